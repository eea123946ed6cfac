import type { Translated } from '../../../spoken.js';
import type { criterionValues as english } from '../../en/console/criterion-values.js';

export const criterionValues: Translated<typeof english> = {
  title: 'Consulter les valeurs des critères',
  lead: 'Ce que vous pouvez écrire dans une cellule [new]. Copiez un code et collez-le dans votre fichier.',
  filter: 'Filtrer par champ, code ou nom',
  downloadWorkbook: 'Télécharger en .xlsx',
  download: 'Télécharger en .csv',
  value: 'Code',
  valueName: 'Nom',
  example: 'Prêt à coller :',
  notInFiles: 'Inactif : il ne figure dans aucun nouveau fichier.',
  copyCode: 'Copier {code}',
  shown: '{n, plural, one {# valeur} other {# valeurs}}',
};
