import type { Translated } from '../../spoken.js';
import type { sheets as english } from '../en/sheets.js';

export const sheets: Translated<typeof english> = {
  yes: 'ja',
  no: 'nein',
  neverStated: 'nie angegeben',
  removes: 'entfernt den Wert',
  meaning: 'Bedeutung',
  forms: {
    LIST: 'ein Code aus der Liste',
    MULTI_LIST: 'Codes, verbunden durch |, zum Beispiel A|B; sie ersetzen alle, die da sind',
    BOOLEAN: 'TRUE oder FALSE',
    AUTHORISATION: 'TRUE oder FALSE',
    TEXT: 'ein Text mit höchstens {max, number} Zeichen',
    NUMBER: 'eine Zahl, zum Beispiel 12,5',
    DATE: 'ein Datum, zum Beispiel 2026-05-31',
  },
  prompt: '{code}: {form}. Leer ändert nichts, Empty entfernt den Wert.',
  notInList:
    'Das ist keiner der erlaubten Werte. Wählen Sie einen aus der Liste; das Blatt Values sagt, was sie bedeuten.',
  severalCodes:
    'Ein Code oder mehrere, verbunden durch |, zum Beispiel A|B. Das Blatt Values sagt, welche es gibt. So lassen?',
  help: {
    title: 'So füllen Sie diese Arbeitsmappe aus',
    typing: {
      heading: 'Wohin Sie schreiben',
      white:
        'Schreiben Sie in die weißen [new]-Zellen des Blattes Contacts. Eine leere [new]-Zelle ändert nichts; füllen Sie also nur aus, was sich ändern soll.',
      grey: 'Die grauen [old]-Zellen zeigen, was jetzt bekannt ist. Sie, die Kontaktnummer und die Namen sind gesperrt, weil die hochgeladene Datei damit verglichen wird. Die Sperre hat kein Passwort: Sie schützt nur vor Versehen.',
      filter:
        'Sie können filtern, Zeilen ausblenden und Spalten verbreitern. Ausgeblendete Zeilen werden gelesen wie alle anderen.',
      texts: 'Jede Zelle ist ein Text: Nullen am Anfang bleiben, und kein Datum und keine Zahl wird umgeschrieben.',
    },
    values: {
      heading: 'Was eine [new]-Zelle enthalten kann',
      list: 'Liste: ein Code. Wählen Sie ihn aus der Liste der Zelle; das Blatt Values sagt, was die Codes bedeuten.',
      several:
        'Mehrere aus einer Liste: Codes, verbunden durch |, zum Beispiel OPERA|JAZZ. Sie ersetzen alle, die da sind. Wenn das Tabellenprogramm fragt, ob das so gemeint ist, antworten Sie mit Ja.',
      yesNo: 'Ja oder nein, und Einwilligungen: TRUE oder FALSE.',
      others:
        'Zahl: Ziffern, mit Punkt oder Komma vor den Nachkommastellen. Datum: 2026-05-31 oder 31.05.2026. Text: höchstens {max, number} Zeichen.',
      empty:
        'Das Wort Empty entfernt einen Wert. Bei einer Einwilligung bedeutet es, dass sie nie angegeben wurde; das ist etwas anderes als FALSE.',
    },
    next: {
      heading: 'Wie es weitergeht',
      upload:
        'Speichern Sie die Arbeitsmappe so, wie sie ist (.xlsx), und laden Sie sie auf der Seite Import unter Neu hoch. Wählen Sie zuerst die Prüfung: Sie ändert nichts und sagt, was eine Aktualisierung tun würde.',
      lines:
        'Jede Zeile wird für sich angesehen. Gute Zeilen werden angewendet; die anderen kommen als Arbeitsmappe zurück, die sagt, was nicht stimmt, damit Sie sie korrigieren und noch einmal hochladen.',
      conflicts:
        'Was jemand anders geändert hat, seit diese Arbeitsmappe erstellt wurde, wird nicht überschrieben: Die Zeile wird abgelehnt und zeigt den Wert, der jetzt da ist.',
      names: 'Benennen Sie weder Blätter noch Spalten um. Zeilen, die nicht gebraucht werden, dürfen Sie löschen.',
    },
  },
};
