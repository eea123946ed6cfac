import type { Translated } from '../../../spoken.js';
import type { encodings as english } from '../../en/console/encodings.js';

export const encodings: Translated<typeof english> = {
  title: 'Welche Zeile ist richtig geschrieben?',
  text: 'Die Datei sagt nicht, wie ihre Buchstaben gespeichert sind. Dies sind Wörter aus ihr, auf jede mögliche Art gelesen. Wählen Sie die Zeile, in der sie richtig geschrieben sind, und die Datei wird noch einmal geprüft.',
  encoding: 'Buchstaben',
  words: 'Wörter der Datei',
  checkAgain: 'Datei noch einmal prüfen',
  letters: 'Buchstaben außer A bis Z',
  lettersHint: 'Nur für eine Datei, die nicht „CSV UTF-8“ ist, und nur, wenn Sie es wissen.',
  recognised: 'An den Namen in der Datei erkennen',
  readAs: 'Buchstaben: {name}',
  checkedBefore: 'Prüft die Datei dieses Imports noch einmal',
  names: {
    'windows-1252': 'Westeuropa (Windows)',
    'windows-1250': 'Mitteleuropa (Windows)',
    'windows-1251': 'Kyrillisch (Windows)',
    'windows-1253': 'Griechisch (Windows)',
    'windows-1254': 'Türkisch (Windows)',
    'windows-1257': 'Baltisch (Windows)',
    'iso-8859-15': 'Westeuropa mit € (ISO 8859-15)',
    macintosh: 'Westeuropa (älterer Mac)',
  },
};
