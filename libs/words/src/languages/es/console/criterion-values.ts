import type { Translated } from '../../../spoken.js';
import type { criterionValues as english } from '../../en/console/criterion-values.js';

export const criterionValues: Translated<typeof english> = {
  title: 'Consultar los valores de los criterios',
  lead: 'Lo que puede escribir en una celda [new]. Copie un código y péguelo en su archivo.',
  filter: 'Filtrar por campo, código o nombre',
  downloadWorkbook: 'Descargar como .xlsx',
  download: 'Descargar como .csv',
  value: 'Código',
  valueName: 'Nombre',
  example: 'Listo para pegar:',
  notInFiles: 'No activo: los archivos nuevos no lo incluyen.',
  copyCode: 'Copiar {code}',
  shown: '{n, plural, one {# valor} other {# valores}}',
};
