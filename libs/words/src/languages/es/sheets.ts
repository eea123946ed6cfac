import type { Translated } from '../../spoken.js';
import type { sheets as english } from '../en/sheets.js';

export const sheets: Translated<typeof english> = {
  yes: 'sí',
  no: 'no',
  neverStated: 'nunca indicado',
  removes: 'elimina el valor',
  meaning: 'Significado',
  forms: {
    LIST: 'un código de la lista',
    MULTI_LIST: 'códigos separados por |, por ejemplo A|B; sustituyen a todos los que hay',
    BOOLEAN: 'TRUE o FALSE',
    AUTHORISATION: 'TRUE o FALSE',
    TEXT: 'un texto de {max, number} caracteres como máximo',
    NUMBER: 'un número, por ejemplo 12,5',
    DATE: 'una fecha, por ejemplo 2026-05-31',
  },
  prompt: '{code}: {form}. Vacía no cambia nada, Empty elimina el valor.',
  notInList: 'Este no es uno de los valores permitidos. Elija uno de la lista; la hoja Values dice lo que significan.',
  severalCodes: 'Un código, o varios separados por |, por ejemplo A|B. La hoja Values dice cuáles hay. ¿Dejarlo así?',
  help: {
    title: 'Cómo rellenar este libro',
    typing: {
      heading: 'Dónde escribir',
      white:
        'Escriba en las celdas blancas [new] de la hoja Contacts. Una celda [new] vacía no cambia nada: rellene solo lo que deba cambiar.',
      grey: 'Las celdas grises [old] muestran lo que se sabe ahora. Están bloqueadas, como el número de contacto y los nombres, porque el archivo que se sube se compara con ellas. El bloqueo no tiene contraseña: solo protege de los descuidos.',
      filter: 'Puede filtrar, ocultar filas y ensanchar columnas. Las filas ocultas se leen como todas las demás.',
      texts: 'Cada celda es un texto: los ceros iniciales se quedan, y ninguna fecha ni ningún número se reescribe.',
    },
    values: {
      heading: 'Qué puede contener una celda [new]',
      list: 'Lista: un código. Elíjalo de la lista de la celda; la hoja Values dice lo que significan los códigos.',
      several:
        'Varios de una lista: códigos separados por |, por ejemplo OPERA|JAZZ. Sustituyen a todos los que hay. Si la hoja de cálculo pide confirmación, responda que sí.',
      yesNo: 'Sí o no, y autorizaciones: TRUE o FALSE.',
      others:
        'Número: cifras, con un punto o una coma antes de los decimales. Fecha: 2026-05-31 o 31/05/2026. Texto: {max, number} caracteres como máximo.',
      empty:
        'La palabra Empty elimina un valor. En una autorización significa que nunca se ha indicado; es algo distinto de FALSE.',
    },
    next: {
      heading: 'Cómo seguir',
      upload:
        'Guarde el libro tal como está (.xlsx) y súbalo en la pantalla Importación, en Nueva. Elija primero la comprobación: no cambia nada, y dice lo que haría una actualización.',
      lines:
        'Cada línea se examina por separado. Las líneas correctas se aplican; las demás vuelven en un libro que dice lo que está mal, para corregirlas y subirlas de nuevo.',
      conflicts:
        'Lo que otra persona ha cambiado desde que se creó este libro no se sobrescribe: la línea se rechaza, y muestra el valor que hay ahora.',
      names: 'No cambie el nombre de las hojas ni de las columnas. Las líneas que no hagan falta se pueden eliminar.',
    },
  },
};
