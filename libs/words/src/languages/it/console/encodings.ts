import type { Translated } from '../../../spoken.js';
import type { encodings as english } from '../../en/console/encodings.js';

export const encodings: Translated<typeof english> = {
  title: 'Quale riga è scritta bene?',
  text: 'Il file non dice come sono registrate le sue lettere. Queste sono sue parole, lette in ogni modo possibile. Scelga la riga in cui sono scritte bene, e il file sarà controllato di nuovo.',
  encoding: 'Lettere',
  words: 'Parole del file',
  checkAgain: 'Controlla di nuovo il file',
  letters: 'Lettere oltre A–Z',
  lettersHint: 'Solo per un file che non è «CSV UTF-8», e solo se lo sa.',
  recognised: 'Riconosci dai nomi nel file',
  readAs: 'Lettere: {name}',
  checkedBefore: 'Controlla di nuovo il file di questa importazione',
  names: {
    'windows-1252': 'Europa occidentale (Windows)',
    'windows-1250': 'Europa centrale (Windows)',
    'windows-1251': 'Cirillico (Windows)',
    'windows-1253': 'Greco (Windows)',
    'windows-1254': 'Turco (Windows)',
    'windows-1257': 'Baltico (Windows)',
    'iso-8859-15': 'Europa occidentale con € (ISO 8859-15)',
    macintosh: 'Europa occidentale (vecchio Mac)',
  },
};
