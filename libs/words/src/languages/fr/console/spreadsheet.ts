import type { Translated } from '../../../spoken.js';
import type { spreadsheet as english } from '../../en/console/spreadsheet.js';

export const spreadsheet: Translated<typeof english> = {
  title: 'Ce que le tableur a modifié',
  tooLarge: 'Le modèle a trop de lignes pour que le fichier lui soit comparé.',
  missing:
    '{n, plural, one {# ligne du modèle n’est pas dans le fichier.} other {# lignes du modèle ne sont pas dans le fichier.}}',
  added:
    '{n, plural, one {# ligne concerne un contact que le modèle n’a pas.} other {# lignes concernent des contacts que le modèle n’a pas.}}',
  furtherColumns: '{n, plural, one {Une autre colonne diffère.} other {# autres colonnes diffèrent.}}',
  cells: '{n, plural, one {# cellule n’est plus celle du modèle.} other {# cellules ne sont plus celles du modèle.}}',
  example: 'Par exemple {n, plural, one {ligne} other {lignes}} {which}.',
  readAlike: 'Elles sont pourtant lues comme les mêmes valeurs.',
  hint: 'N’écrivez que dans les colonnes [new]. Dans un classeur (.xlsx), le tableur ne change rien aux autres de lui-même. Le fichier est comparé à son modèle : un tri des seules cellules [new], sans le reste, ne peut pas se voir.',
  causes: {
    zerosLost: 'Des zéros de tête ont été perdus.',
    dateRewritten: 'Elles sont devenues des dates, ou des dates ont pris une autre forme.',
    truthValueRewritten: 'TRUE et FALSE ont été écrits autrement.',
    numberShortened: 'Des chiffres ont été perdus.',
    numberRewritten: 'Des nombres ont été écrits autrement.',
    textCorrected: 'Des textes ont été corrigés par un programme.',
    errorValue: 'Elles montrent une erreur du tableur.',
    cleared: 'Elles ont été vidées.',
    shifted: 'Elles ont été décalées depuis la colonne voisine.',
    sortedApart: 'Elles appartiennent à d’autres lignes : la colonne a été triée sans les autres.',
    changed: 'Elles contiennent d’autres valeurs.',
  },
};
