import type { Translated } from '../../spoken.js';
import type { letters as english } from '../en/letters.js';

export const letters: Translated<typeof english> = {
  hello: 'Guten Tag,',
  moment: '{at, date, moment} UTC',
  dataTypes: { criteria: 'Kriterien', authorisations: 'Einwilligungen', contacts: 'Kontakte' },
  undoOf: 'Rücknahme des Imports {importId}',
  labels: {
    target: 'Zielgruppe',
    name: 'Name',
    type: 'Art',
    action: 'Aktion',
    state: 'Stand',
    requestedAt: 'Angefordert am',
    file: 'Datei',
    lines: 'Zeilen',
    applied: 'Angewendet',
    wouldBeApplied: 'Würden angewendet',
    unchanged: 'Unverändert',
    rejected: 'Abgelehnt',
    notAttempted: 'Nicht bearbeitet',
  },
  templateReady: {
    subject: 'Ihre Vorlage ist fertig: {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'die Vorlage, um die Sie gebeten haben, ist fertig: die {dataType, select, criteria {Kriterien} other {Einwilligungen}} von {lines, plural, one {# Kontakt} other {# Kontakten}} der Zielgruppe {code}{parts, plural, =1 {} other {, in # Dateien, weil ein Tabellenprogramm nicht alle auf einmal fasst}}.',
    attached:
      'Sie finden sie im Anhang dieser E-Mail. Sie können sie auch bis zum {expiresAt, date, moment} UTC herunterladen; dazu werden Sie gebeten, sich anzumelden:',
    notListed:
      'Sie ist nicht angehängt: Sie enthält Kontaktdaten, und die Domain dieser Adresse gehört nicht zu denen, die Ihre Institution in den Einstellungen eingetragen hat. Bitte laden Sie sie hier herunter; dazu werden Sie gebeten, sich anzumelden:',
    tooLarge:
      'Mit {size} ist sie zu groß für eine E-Mail. Bitte laden Sie sie hier herunter; dazu werden Sie gebeten, sich anzumelden:',
    keptUntil:
      'Die Datei wird bis zum {expiresAt, date, moment} UTC aufbewahrt. Danach bitten Sie einfach um eine neue Vorlage.',
    goOn: 'So geht es weiter: {packed, select, yes {Entpacken Sie die Datei, öffnen Sie sie} other {Öffnen Sie die Datei}} in Ihrem Tabellenprogramm und füllen Sie die [new]-Zellen aus, die Sie ändern möchten. Eine leere [new]-Zelle ändert nichts, das Wort Empty entfernt einen Wert. Laden Sie die Datei dann auf der Seite Import hoch; eine Prüfung sagt Ihnen zuerst, was eine Aktualisierung tun würde.',
    workbook:
      'Es ist eine Arbeitsmappe (.xlsx), deren Zellen alle Text sind: Nullen am Anfang und Datumsangaben bleiben, wie sie sind, und Listen bieten die erlaubten Werte an. Speichern Sie sie wieder als .xlsx; ihr Blatt „How to“ erklärt den Rest.',
    csv: 'Öffnen Sie sie mit allen Spalten als Text: Sonst entfernt ein Tabellenprogramm die Nullen am Anfang der Kontaktnummern und schreibt Datumsangaben um. In Excel nehmen Sie Daten › Aus Text/CSV ohne Erkennung der Datentypen; in LibreOffice markieren Sie im Importfenster alle Spalten und wählen den Spaltentyp Text. Speichern Sie sie danach wieder als CSV.',
  },
  templateEmpty: {
    subject: 'Keine Vorlage, die Zielgruppe ist leer: {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'Sie haben um eine Vorlage mit den {dataType, select, criteria {Kriterien} other {Einwilligungen}} der Kontakte der Zielgruppe {code} gebeten. Im Augenblick enthält diese Zielgruppe keinen Kontakt; darum gibt es keine Datei.',
    goOn: 'Bitte sehen Sie sich die Regel der Zielgruppe an oder wählen Sie eine andere, und bitten Sie noch einmal darum.',
  },
  templateFailed: {
    subject: 'Ihre Vorlage konnte nicht erstellt werden: {code}, {typeName}, {requestedAt, date, moment} UTC',
    intro:
      'wir konnten die Vorlage mit den {dataType, select, criteria {Kriterien} other {Einwilligungen}} der Kontakte der Zielgruppe {code} nicht erstellen. Der Grund:',
    goOn: 'Es wurde nichts geändert. Sie können auf der Seite Import noch einmal um die Vorlage bitten.',
  },
  importFinished: {
    checked: {
      subject:
        'Prüfung beendet{rejected, plural, =0 {} one {, # Zeile mit Fehlern} other {, # Zeilen mit Fehlern}}: {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'die Prüfung Ihrer Datei ist beendet. {rejected, plural, =0 {Sie hat keine Fehler gefunden.} one {# Zeile hat Fehler.} other {# Zeilen haben Fehler.}} Eine Prüfung ändert nichts: Die Zahlen sagen, was eine Aktualisierung tun würde.',
      state: 'geprüft',
    },
    done: {
      subject: 'Import beendet: {typeName}, {requestedAt, date, moment} UTC',
      intro: 'Ihr Import ist beendet. Alle seine Zeilen konnten verwendet werden.',
      state: 'fertig',
    },
    doneWithErrors: {
      subject:
        'Import beendet, {rejected, plural, one {# Zeile} other {# Zeilen}} abgelehnt: {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'Ihr Import ist beendet. {rejected, plural, one {# Zeile wurde} other {# Zeilen wurden}} abgelehnt, die übrigen sind bearbeitet.',
      state: 'fertig, mit abgelehnten Zeilen',
    },
    cancelled: {
      subject: 'Import abgebrochen: {typeName}, {requestedAt, date, moment} UTC',
      intro:
        'Ihr Import wurde abgebrochen. Was bis dahin angewendet war, bleibt; die Zeilen, die als nicht bearbeitet aufgeführt sind, wurden nicht angerührt.',
      state: 'abgebrochen',
    },
    rejected: {
      subject: 'Diese Datei kann nicht verwendet werden: {typeName}, {requestedAt, date, moment} UTC',
      intro: 'Ihre Datei kann so, wie sie ist, nicht verwendet werden; darum wurde kein Kontakt geändert. Der Grund:',
      state: 'abgelehnt',
    },
    failed: {
      subject: 'Import fehlgeschlagen: {typeName}, {requestedAt, date, moment} UTC',
      intro: 'Ihr Import konnte nicht zu Ende gebracht werden. Der Grund:',
      state: 'fehlgeschlagen',
    },
    check: 'Prüfung der Dateiqualität',
    update: 'Massenaktualisierung der Daten',
    overwritten:
      '{overwritten, plural, one {# angewendete Zeile hat einen Wert überschrieben, der} other {# angewendete Zeilen haben einen Wert überschrieben, der}} sich seit dem Export geändert hatte.',
    wouldOverwrite:
      '{overwritten, plural, one {# Zeile würde einen Wert überschreiben, der} other {# Zeilen würden einen Wert überschreiben, der}} sich seit dem Export geändert hat.',
    warnings: 'Es gibt {warnings, plural, one {# Warnung} other {# Warnungen}}.',
    blankLines:
      '{blankLines, plural, one {# leere Zeile wurde übersprungen und ist} other {# leere Zeilen wurden übersprungen und sind}} oben nicht mitgezählt.',
    rejectedLines:
      'Die abgelehnten Zeilen können heruntergeladen werden, jede mit ihrem Grund. Korrigieren Sie sie und laden Sie diese Datei so hoch, wie sie ist.',
    details: 'Die Einzelheiten finden Sie hier; dazu werden Sie gebeten, sich anzumelden:',
  },
  fault:
    'Auf unserer Seite ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal, und sagen Sie es Ihrem Administrator, wenn es wieder geschieht.',
};
