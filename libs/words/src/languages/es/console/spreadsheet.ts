import type { Translated } from '../../../spoken.js';
import type { spreadsheet as english } from '../../en/console/spreadsheet.js';

export const spreadsheet: Translated<typeof english> = {
  title: 'Qué ha cambiado la hoja de cálculo',
  tooLarge: 'La plantilla tiene demasiadas líneas para comparar el archivo con ella.',
  missing:
    '{n, plural, one {# línea de la plantilla no está en el archivo.} other {# líneas de la plantilla no están en el archivo.}}',
  added:
    '{n, plural, one {# línea es de un contacto que la plantilla no tiene.} other {# líneas son de contactos que la plantilla no tiene.}}',
  furtherColumns: '{n, plural, one {Otra columna es distinta.} other {Otras # columnas son distintas.}}',
  cells: '{n, plural, one {# celda ya no es la de la plantilla.} other {# celdas ya no son las de la plantilla.}}',
  example: 'Por ejemplo, {n, plural, one {línea} other {líneas}} {which}.',
  readAlike: 'De todos modos se leen como los mismos valores.',
  hint: 'Escriba solo en las columnas [new]. En un libro (.xlsx) una hoja de cálculo no cambia por sí sola ninguna de las otras. El archivo se compara con su plantilla: no se puede ver si solo se ordenaron las celdas [new] sin el resto.',
  causes: {
    zerosLost: 'Se han perdido ceros del principio.',
    dateRewritten: 'Se han convertido en fechas, o las fechas se han escrito de otra forma.',
    truthValueRewritten: 'TRUE y FALSE se han escrito de otra manera.',
    numberShortened: 'Se han perdido cifras de números.',
    numberRewritten: 'Los números se han escrito de otra manera.',
    textCorrected: 'Un programa ha corregido los textos.',
    errorValue: 'Muestran un error de la hoja de cálculo.',
    cleared: 'Se han vaciado.',
    shifted: 'Se han desplazado desde la columna de al lado.',
    sortedApart: 'Pertenecen a otras líneas: la columna se ordenó sin las otras.',
    changed: 'Contienen otros valores.',
  },
};
