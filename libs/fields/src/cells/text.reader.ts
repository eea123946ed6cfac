import { sentence } from '@roundtrip/words/sentence';
import { composed } from '../letters.js';
import { BLANK, type CellProblem, type CellReading, isEmptyWord, REMOVE } from './cell-reading.js';
import { quote, unguardFormula, unifyLineBreaks } from './cell-text.js';

export const MAX_TEXT_LENGTH = 1000;

/** Characters as a person counts them, not UTF-16 units; counted only where the cheap bound does not decide. */
export const isLongerThan = (text: string, characters: number): boolean =>
  text.length > characters && Array.from(text).length > characters;

/** The text is kept as it is, blanks around it included, in composed form; a cell of blanks only is blank. */
export const textReader =
  (fieldLabel: string, maxLength = MAX_TEXT_LENGTH) =>
  (cell: string): CellReading => {
    if (cell === '' || cell.trim() === '') return BLANK;
    if (isEmptyWord(cell)) return REMOVE;
    // The guard stands before the letters that it was put before: an accent can make another character of a “=”.
    const value = composed(unifyLineBreaks(unguardFormula(cell)));
    return isLongerThan(value, maxLength) ? { error: tooLong(fieldLabel, value, maxLength) } : { value };
  };

export function tooLong(fieldLabel: string, text: string, maxLength: number): CellProblem {
  const length = Array.from(text).length;
  return {
    code: 'TEXT_TOO_LONG',
    message: [sentence('text-too-long', { value: quote(text), length, field: fieldLabel, most: maxLength })],
    hint: [sentence('text-shorten', { count: length - maxLength })],
  };
}
