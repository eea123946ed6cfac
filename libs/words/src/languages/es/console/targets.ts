import type { Translated } from '../../../spoken.js';
import type { targets as english } from '../../en/console/targets.js';

export const targets: Translated<typeof english> = {
  lead: 'Consultas guardadas sobre los contactos. Un segmento se evalúa cada vez que se usa.',
  create: 'Nuevo segmento',
  filter: 'Filtrar por nombre o código',
  emptyTitle: 'Todavía no hay segmentos',
  emptyHint: 'Cree uno: dice qué contactos contiene una plantilla de importación.',
  holdsAll: 'Todos los contactos',
  holdsNone: 'Ningún contacto',
  holds: 'Contactos para los que {sentence}',
  holdsAllBut: 'Todos los contactos, salvo aquellos para los que {sentence}',
  holdsBut: 'Contactos para los que {sentence}, salvo aquellos para los que {not}',
  changed: 'modificado el {when}',
  editLead:
    'El número y la muestra siguen lo que usted hace. Una plantilla que se está preparando conserva la regla con la que empezó.',
  codeHint: 'Forma parte de los nombres de sus archivos: letras, cifras, - y _',
  rule: 'Regla',
  incomplete: 'Una condición todavía no tiene valor.',
  sample: 'Contactos de este segmento',
  firstOf: 'Los {n, number} primeros:',
  deleteTitle: '¿Eliminar el segmento {name}?',
  deleteText: 'Esto no cambia ningún contacto. Las plantillas que se hicieron con él se quedan.',
};
