import type { Translated } from '../../../spoken.js';
import type { spreadsheet as english } from '../../en/console/spreadsheet.js';

export const spreadsheet: Translated<typeof english> = {
  title: 'Was das Tabellenprogramm geändert hat',
  tooLarge: 'Die Vorlage hat zu viele Zeilen, um die Datei mit ihr zu vergleichen.',
  missing:
    '{n, plural, one {# Zeile der Vorlage ist nicht in der Datei.} other {# Zeilen der Vorlage sind nicht in der Datei.}}',
  added:
    '{n, plural, one {# Zeile gehört zu einem Kontakt, den die Vorlage nicht hat.} other {# Zeilen gehören zu Kontakten, die die Vorlage nicht hat.}}',
  furtherColumns: '{n, plural, one {Eine weitere Spalte weicht ab.} other {# weitere Spalten weichen ab.}}',
  cells:
    '{n, plural, one {# Zelle ist nicht mehr, was in der Vorlage stand.} other {# Zellen sind nicht mehr, was in der Vorlage stand.}}',
  example: 'Zum Beispiel {n, plural, one {Zeile} other {Zeilen}} {which}.',
  readAlike: 'Sie werden trotzdem als dieselben Werte gelesen.',
  hint: 'Schreiben Sie nur in die [new]-Spalten. In einer Arbeitsmappe (.xlsx) ändert ein Tabellenprogramm keine der anderen von selbst. Die Datei wird mit ihrer Vorlage verglichen: Dass nur [new]-Zellen sortiert wurden und der Rest nicht, ist nicht zu sehen.',
  causes: {
    zerosLost: 'Nullen am Anfang gingen verloren.',
    dateRewritten:
      'Sie wurden in Datumsangaben umgewandelt, oder Datumsangaben wurden in einer anderen Form geschrieben.',
    truthValueRewritten: 'TRUE und FALSE wurden anders geschrieben.',
    numberShortened: 'Ziffern von Zahlen gingen verloren.',
    numberRewritten: 'Zahlen wurden anders geschrieben.',
    textCorrected: 'Texte wurden von einem Programm berichtigt.',
    errorValue: 'Sie zeigen einen Fehler des Tabellenprogramms.',
    cleared: 'Sie wurden geleert.',
    shifted: 'Sie wurden aus der Spalte daneben verschoben.',
    sortedApart: 'Sie gehören zu anderen Zeilen: Die Spalte wurde ohne die anderen sortiert.',
    changed: 'Sie enthalten andere Werte.',
  },
};
