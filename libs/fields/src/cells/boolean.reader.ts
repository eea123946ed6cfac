import { sentence } from '@roundtrip/words/sentence';
import type { CellProblem, FilledReading } from './cell-reading.js';
import { quote } from './cell-text.js';
import { didYouMean } from './did-you-mean.js';

const TRUE: FilledReading = Object.freeze({ value: true });
const FALSE: FilledReading = Object.freeze({ value: false });

/** Exactly these spellings of ours (libs/fields/README.md#what-a-new-cell-may-hold). */
const words = new Map([
  ...['TRUE', 'true', 'True', 'T', 't'].map((word) => [word, TRUE] as const),
  ...['FALSE', 'false', 'False', 'F', 'f'].map((word) => [word, FALSE] as const),
]);

/** What a spreadsheet in French, German, Italian, Spanish, Portuguese or Dutch makes of TRUE and FALSE, in any case. */
const spreadsheetWords = new Map([
  ...['VRAI', 'WAHR', 'VERO', 'VERDADERO', 'VERDADEIRO', 'WAAR'].map((word) => [word, TRUE] as const),
  ...['FAUX', 'FALSCH', 'FALSO', 'ONWAAR'].map((word) => [word, FALSE] as const),
]);

/** What people write instead. It is not taken for true or false: a consent is not guessed. */
const meant = new Map([
  ...['YES', 'OUI', 'JA', 'SÌ', 'SÍ', 'SI', 'SIM'].map((word) => [word, 'TRUE'] as const),
  ...['NO', 'NON', 'NEIN', 'NEE', 'NÃO'].map((word) => [word, 'FALSE'] as const),
]);

/** Reads a BOOLEAN or an authorisation. */
export const booleanReader =
  (fieldLabel: string) =>
  (text: string): FilledReading =>
    words.get(text) ?? spreadsheetWords.get(text.toUpperCase()) ?? { error: neither(fieldLabel, text) };

function neither(fieldLabel: string, text: string): CellProblem {
  const word = meant.get(text.toUpperCase());
  return {
    code: 'BOOLEAN_INVALID',
    message: [sentence('boolean-neither', { value: quote(text), field: fieldLabel })],
    hint: [...didYouMean(word), sentence('boolean-how')],
  };
}
