import type { Translated } from '../../../spoken.js';
import type { encodings as english } from '../../en/console/encodings.js';

export const encodings: Translated<typeof english> = {
  title: '¿Qué línea está bien escrita?',
  text: 'El archivo no dice cómo están guardadas sus letras. Estas son palabras suyas, leídas de cada forma posible. Elija la línea en la que están bien escritas, y el archivo se comprobará de nuevo.',
  encoding: 'Letras',
  words: 'Palabras del archivo',
  checkAgain: 'Comprobar de nuevo el archivo',
  letters: 'Letras más allá de A–Z',
  lettersHint: 'Solo para un archivo que no sea «CSV UTF-8», y solo si lo sabe.',
  recognised: 'Reconocer por los nombres del archivo',
  readAs: 'Letras: {name}',
  checkedBefore: 'Comprueba de nuevo el archivo de esta importación',
  names: {
    'windows-1252': 'Europa occidental (Windows)',
    'windows-1250': 'Europa central (Windows)',
    'windows-1251': 'Cirílico (Windows)',
    'windows-1253': 'Griego (Windows)',
    'windows-1254': 'Turco (Windows)',
    'windows-1257': 'Báltico (Windows)',
    'iso-8859-15': 'Europa occidental con € (ISO 8859-15)',
    macintosh: 'Europa occidental (Mac antiguo)',
  },
};
