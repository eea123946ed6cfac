import type { Translated } from '../../../spoken.js';
import type { upload as english } from '../../en/console/upload.js';

export const upload: Translated<typeof english> = {
  title: 'Neuer Import',
  lead: 'Laden Sie eine bearbeitete Vorlage hoch, oder eine Datei mit Kontakten.',
  file: 'Datei',
  drop: 'Ziehen Sie eine .xlsx, .csv oder .zip hierher, oder wählen Sie eine aus',
  choose: 'Datei auswählen',
  chooseOther: 'Andere Datei auswählen',
  limit: 'Bis zu {size}',
  dataType: 'Datenart',
  action: 'Aktion',
  actions: { check: 'Qualität der Datei prüfen', update: 'Daten in großer Zahl aktualisieren' },
  actionHints: {
    check: 'Zeigt, was sich ändern würde und was nicht stimmt. Nichts wird geschrieben.',
    update: 'Wendet jede gute Zeile an. Die anderen werden abgelehnt und erklärt.',
  },
  conflicts: 'Wenn sich ein Wert geändert hat, seit die Datei erstellt wurde',
  onConflict: { reject: 'Zeile ablehnen (empfohlen)', overwrite: 'Neueren Wert überschreiben' },
  overwriteRefusals: 'Auch Ablehnungen überschreiben',
  overwriteRefusalsHint:
    'Eine Einwilligung, die jetzt Falsch ist, darf wieder Wahr oder Leer werden. Nur wenn diese Personen zugestimmt haben.',
  email: 'E-Mail',
  emailHint: 'Eine einzige E-Mail am Ende, mit den Zahlen.',
  start: { check: 'Datei prüfen', update: 'Daten aktualisieren' },
  sending: 'Wird hochgeladen',
  stop: 'Hochladen abbrechen',
  stopped: 'Das Hochladen wurde abgebrochen. Nichts wurde behalten.',
  found: {
    columns: '{n, plural, one {# Spalte} other {# Spalten}} zu importieren',
    dataType: 'Es sieht aus wie: {name}.',
    sheet: 'Das Blatt „{name}“ wird gelesen:',
    sheets: 'Von jeder der {workbooks, number} Arbeitsmappen wird ein Blatt gelesen, von der ersten „{name}“:',
    rows: '{n, plural, one {# Zeile} other {# Zeilen}} unter der Kopfzeile.',
    rowsAbout: 'etwa {n, plural, one {# Zeile} other {# Zeilen}} unter der Kopfzeile.',
    counting: 'die Zeilen werden gezählt…',
    rowsUnknown: 'wie viele Zeilen es hat, zeigt die Prüfung.',
  },
  doubtful: {
    XLS: 'Das ist eine alte Excel-Arbeitsmappe (.xls), die nicht gelesen werden kann. Speichern Sie sie als „Excel-Arbeitsmappe (.xlsx)“, und wählen Sie diese Datei.',
    ENCRYPTED:
      'Diese Arbeitsmappe ist durch ein Kennwort geschützt und kann nicht gelesen werden. Speichern Sie sie ohne Kennwort als „Excel-Arbeitsmappe (.xlsx)“, und wählen Sie diese Datei.',
    XLSB: 'Das ist eine binäre Excel-Arbeitsmappe (.xlsb), die nicht gelesen werden kann. Speichern Sie sie als „Excel-Arbeitsmappe (.xlsx)“, und wählen Sie diese Datei.',
    ODS: 'Das ist ein LibreOffice-Dokument (.ods), das nicht gelesen werden kann. Speichern Sie es als „Excel 2007–365 (.xlsx)“, und wählen Sie diese Datei.',
    NUMBERS:
      'Das ist ein Dokument von Apple Numbers, das nicht gelesen werden kann. Wählen Sie in Numbers „Ablage“, „Exportieren“, „Excel“, und wählen Sie dann diese .xlsx.',
    SPREADSHEET_IN_ZIP:
      'Diese .zip enthält eine Art von Tabellendokument, die nicht gelesen werden kann. Speichern Sie es als „Excel-Arbeitsmappe (.xlsx)“, und wählen Sie diese Datei.',
    WORKBOOK_UNREADABLE:
      'In diese Arbeitsmappe lässt sich nicht hineinsehen: Sie scheint beschädigt zu sein. Öffnen Sie sie in Ihrem Tabellenprogramm, speichern Sie sie neu als „Excel-Arbeitsmappe (.xlsx)“, und wählen Sie diese Datei.',
    NO_SHEET:
      'Diese Arbeitsmappe hat kein Blatt mit Zellen. Wählen Sie die Arbeitsmappe, die Sie bearbeitet haben, mit ihrem Blatt „Contacts“.',
    SEVERAL_SHEETS:
      'Mehrere Blätter dieser Arbeitsmappe haben eine Spalte CONTACT_NUMBER, daher ist nicht zu erkennen, welches gemeint ist. Nennen Sie das richtige „Contacts“, oder löschen Sie die anderen.',
    NO_CONTACT_NUMBER:
      'Die erste Zeile des Blattes hat keine Spalte CONTACT_NUMBER. Lassen Sie die erste Zeile der Vorlage, wie sie war.',
    NO_NEW_COLUMN:
      'Die erste Zeile des Blattes hat keine [new]-Spalte. Lassen Sie die erste Zeile der Vorlage, wie sie war.',
  },
  sendAllTheSame: 'Wenn Sie meinen, dass sie richtig ist, laden Sie sie trotzdem hoch: Die Prüfung sieht genauer hin.',
  wrong: {
    FILE_EMPTY: 'Diese Datei ist leer.',
    ZIP_WITHOUT_CSV: 'Diese .zip enthält weder eine .xlsx noch eine .csv.',
    NOT_CSV: 'Das ist weder eine .xlsx noch eine .csv noch eine .zip.',
    tooLarge: 'Diese Datei ist größer als die erlaubten {limit}.',
    NO_CONTACT_NUMBER:
      'Die erste Zeile hat keine Spalte CONTACT_NUMBER. Lassen Sie die Kopfzeile der Vorlage, wie sie war.',
    NO_NEW_COLUMN: 'Die erste Zeile hat keine [new]-Spalte. Lassen Sie die Kopfzeile der Vorlage, wie sie war.',
    otherDataType: 'Die Spalten gehören zu „{is}“, gewählt ist aber „{chosen}“.',
    UNREADABLE:
      'Diese Datei kann nicht gelesen werden. Vielleicht wurde sie verschoben oder ist in einem anderen Programm geöffnet.',
  },
};
