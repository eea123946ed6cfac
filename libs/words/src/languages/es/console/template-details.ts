import type { Translated } from '../../../spoken.js';
import type { templateDetails as english } from '../../en/console/template-details.js';

export const templateDetails: Translated<typeof english> = {
  notThere: 'Esta plantilla no existe',
  fields: '{n, plural, one {# campo elegido} other {# campos elegidos}}',
  unzip: 'Descomprima el archivo y abra lo que contiene en su hoja de cálculo.',
  open: 'Abra el archivo en su hoja de cálculo.',
  goOn: 'Rellene las celdas [new] que quiera cambiar. Después súbalo de nuevo con «Nueva».',
  asItIs:
    'Guárdelo como libro (.xlsx), tal como está. Las celdas [old] están bloqueadas; lo que se puede escribir figura en sus otras hojas.',
  asText:
    'Ábralo con todas las columnas como texto: si no, una hoja de cálculo quita los ceros del principio de los números de contacto y reescribe las fechas.',
};
