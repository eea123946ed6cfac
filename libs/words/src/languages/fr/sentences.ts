import type { Translated } from '../../spoken.js';
import type { sentences as english } from '../en/sentences.js';

export const sentences: Translated<typeof english> = {
  'number-missing': 'La ligne n’a pas de numéro de contact : on ne sait pas de qui il s’agit.',
  'row-width':
    'La ligne a {found, plural, one {# cellule} other {# cellules}} et l’en-tête en a {expected, number} : on ne sait pas quelle valeur va dans quelle colonne.',
};
