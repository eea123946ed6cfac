import type { Translated } from '../../../spoken.js';
import type { encodings as english } from '../../en/console/encodings.js';

export const encodings: Translated<typeof english> = {
  title: 'Quelle ligne est bien écrite ?',
  text: 'Le fichier ne dit pas comment ses lettres sont enregistrées. Voici quelques-uns de ses mots, lus de chaque façon possible. Choisissez la ligne où ils sont bien écrits, et le fichier sera contrôlé à nouveau.',
  encoding: 'Lettres',
  words: 'Mots du fichier',
  checkAgain: 'Contrôler à nouveau le fichier',
  letters: 'Lettres accentuées et autres',
  lettersHint: 'Seulement pour un fichier qui n’est pas en « CSV UTF-8 », et si vous le savez.',
  recognised: 'Reconnaître d’après les noms du fichier',
  readAs: 'Lettres : {name}',
  checkedBefore: 'Contrôle à nouveau le fichier de cet import',
  names: {
    'windows-1252': 'Europe de l’Ouest (Windows)',
    'windows-1250': 'Europe centrale (Windows)',
    'windows-1251': 'Cyrillique (Windows)',
    'windows-1253': 'Grec (Windows)',
    'windows-1254': 'Turc (Windows)',
    'windows-1257': 'Balte (Windows)',
    'iso-8859-15': 'Europe de l’Ouest avec € (ISO 8859-15)',
    macintosh: 'Europe de l’Ouest (ancien Mac)',
  },
};
