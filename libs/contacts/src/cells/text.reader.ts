import { type CellReading, BLANK, isEmptyWord, REMOVE } from './cell-reading.js';
import { unguardFormula, unifyLineBreaks } from './cell-text.js';

export const MAX_TEXT_LENGTH = 1000;

/** Characters as a person counts them, not UTF-16 units; counted only where the cheap bound does not decide. */
export const isLongerThan = (text: string, characters: number): boolean =>
  text.length > characters && Array.from(text).length > characters;

/** The text is kept as it is, blanks around it included; a cell of blanks only is blank. */
export const textReader =
  (fieldLabel: string, maxLength = MAX_TEXT_LENGTH) =>
  (cell: string): CellReading => {
    if (cell === '' || cell.trim() === '') return BLANK;
    if (isEmptyWord(cell)) return REMOVE;
    const value = unifyLineBreaks(unguardFormula(cell));
    return isLongerThan(value, maxLength) ? { error: tooLong(fieldLabel, value, maxLength) } : { value };
  };

export const tooLong = (fieldLabel: string, text: string, maxLength: number) => ({
  code: 'TEXT_TOO_LONG' as const,
  message: `The text has ${Array.from(text).length} characters; ${fieldLabel} holds up to ${maxLength}.`,
  hint: 'Shorten the text.',
});
