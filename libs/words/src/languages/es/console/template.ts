import type { Translated } from '../../../spoken.js';
import type { template as english } from '../../en/console/template.js';

export const template: Translated<typeof english> = {
  title: 'Descargar una plantilla de importación',
  lead: 'Los contactos de un segmento en una tabla: una línea por contacto, con una columna [old] y una columna [new] para cada campo.',
  dataType: 'Tipo de datos',
  target: 'Segmento',
  targetHint: 'Escriba para buscar por nombre o código',
  noTargets: 'Todavía no hay ningún segmento. Cree uno primero: dice qué contactos contiene el archivo.',
  createTarget: 'Crear un segmento',
  holdsNow: 'Contiene {n, plural, one {# contacto} other {# contactos}} ahora.',
  holdsNone: 'No contiene contactos ahora: la plantilla estaría vacía.',
  counting: 'Contando…',
  email: 'Correo electrónico',
  emailLinkHint:
    'Cuando el archivo esté listo, a esta dirección llega un enlace. El archivo mismo va solo a los dominios que figuran en los Ajustes: no hay ninguno.',
  emailHint:
    'Cuando esté listo, a esta dirección llega el archivo, o un enlace. También está siempre en la página Importación.',
  preview: 'Cómo será el archivo',
  previewLines: '{n, plural, one {# línea} other {# líneas}}, por orden de número de contacto',
  format: 'Forma del archivo',
  formats: { xlsx: 'Libro (.xlsx)', csv: 'CSV' },
  formatHints: {
    xlsx: 'Se abre con un doble clic. Todas las celdas son texto, para que ninguna hoja de cálculo las reescriba, y los códigos se eligen en listas.',
    csv: 'Para programas, o para una hoja de cálculo que lo abra con todas las columnas como texto. Llega en un .zip.',
  },
  fields: {
    label: 'Campos',
    chosenAll: 'todos ({all, number}): {columns, plural, one {# columna} other {# columnas}} en el archivo',
    chosen: '{n, number} de {all, number}: {columns, plural, one {# columna} other {# columnas}} en el archivo',
    none: 'No se ha elegido ninguno: elija al menos uno.',
    search: 'Buscar por código o nombre',
    showAll: 'Todos',
    showNone: 'Ninguno',
    hint: 'El archivo los muestra en este orden. Mueva uno con sus botones, o arrástrelo.',
    up: 'Subir {name}',
    down: 'Bajar {name}',
    moved: '{name}: {place, number} de {of, number}',
  },
  untouched: 'Deje vacía una celda [new] y no cambia nada; escriba Empty para quitar un valor.',
  button: 'Preparar el archivo',
};
