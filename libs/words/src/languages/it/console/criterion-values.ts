import type { Translated } from '../../../spoken.js';
import type { criterionValues as english } from '../../en/console/criterion-values.js';

export const criterionValues: Translated<typeof english> = {
  title: 'Consulta i valori dei criteri',
  lead: 'Che cosa può scrivere in una cella [new]. Copi un codice e lo incolli nel Suo file.',
  filter: 'Filtra per campo, codice o nome',
  downloadWorkbook: 'Scarica come .xlsx',
  download: 'Scarica come .csv',
  value: 'Codice',
  valueName: 'Nome',
  example: 'Pronto da incollare:',
  notInFiles: 'Non attivo: i nuovi file non lo contengono.',
  copyCode: 'Copia {code}',
  shown: '{n, plural, one {# valore} other {# valori}}',
};
