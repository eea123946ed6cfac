import { type CellCode, EMPTY, type FieldValue } from '@roundtrip/contracts';
import { identifierText } from '../letters.js';
import { formulaText } from './cell-text.js';

export interface CellProblem {
  code: CellCode;
  /** What was found, and why it is none of the field's values. */
  message: string;
  /** What to write instead. */
  hint?: string;
}

/** What a `[new]` cell asks for: a value to set (null = Empty: remove it), nothing, or an error. */
export type CellReading = { value: FieldValue } | { blank: true } | { error: CellProblem };

/** A cell that holds something other than blanks and the word Empty. */
export type FilledReading = { value: FieldValue } | { error: CellProblem };

// Shared, not made for each cell: most cells of a file are one of these.
export const BLANK: CellReading = Object.freeze({ blank: true });
export const REMOVE: FilledReading = Object.freeze({ value: null });

const inCapitals = EMPTY.toUpperCase();
const inSmallLetters = EMPTY.toLowerCase();

/** The three spellings that a template or a user writes; any other is a value or an error. */
export const isEmptyWord = (text: string): boolean => text === EMPTY || text === inCapitals || text === inSmallLetters;

/** Reads with invisible characters and blanks around the cell ignored: for everything but TEXT. */
export const trimmedCell =
  (read: (text: string) => FilledReading) =>
  (cell: string): CellReading => {
    if (cell === '') return BLANK;
    const seen = identifierText(cell);
    const text = identifierText(formulaText(seen) ?? seen);
    if (text === '') return BLANK;
    return isEmptyWord(text) ? REMOVE : read(text);
  };
