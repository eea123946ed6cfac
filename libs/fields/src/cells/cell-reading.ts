import { type CellCode, EMPTY, emptyInOtherLanguages, type FieldValue } from '@roundtrip/contracts';
import type { Sentence } from '@roundtrip/words/sentence';
import type { CriterionValue } from '../field-definition.js';
import { identifierText } from '../letters.js';
import { formulaText } from './cell-text.js';

export interface CellProblem {
  code: CellCode;
  /** What was found, and why it is none of the field's values. */
  message: readonly Sentence[];
  /** What to write instead. */
  hint?: readonly Sentence[];
}

/** What a `[new]` cell asks for: a value to set (null = Empty: remove it), nothing, or an error. */
export type CellReading = { value: FieldValue } | { blank: true } | { error: CellProblem };

/** A cell that holds something other than blanks and Empty. */
export type FilledReading = { value: FieldValue } | { error: CellProblem };

// Shared, not made for each cell: most cells of a file are one of these.
export const BLANK: CellReading = Object.freeze({ blank: true });
export const REMOVE: FilledReading = Object.freeze({ value: null });

const inCapitals = EMPTY.toUpperCase();
const inSmallLetters = EMPTY.toLowerCase();

/** The spellings that a template or a user writes, and the only ones that remove a text. */
export const isEmptyWord = (text: string): boolean => text === EMPTY || text === inCapitals || text === inSmallLetters;

const inAnyCase: ReadonlySet<string> = new Set(emptyInOtherLanguages.map((word) => word.toLowerCase()));
const wordLengths: ReadonlySet<number> = new Set(emptyInOtherLanguages.map(({ length }) => length));

const isEmptyElsewhere = (text: string): boolean => wordLengths.has(text.length) && inAnyCase.has(text.toLowerCase());

type Named = Pick<CriterionValue, 'code' | 'name'>;

/**
 * Whether a text says Empty in one of the languages. A value of that code or name wins, in another case, too: who meant the value has made a
 * mistake, and nothing is removed by mistake.
 *
 * @param values of the field, those that are no longer active included
 */
export function removalWord(values: readonly Named[] = []): (text: string) => boolean {
  const meant = new Set(
    values
      .flatMap(({ code, name }) => [identifierText(code), identifierText(name)])
      .filter(isEmptyElsewhere)
      .map((word) => word.toLowerCase()),
  );
  return (text) => isEmptyWord(text) || (isEmptyElsewhere(text) && !meant.has(text.toLowerCase()));
}

/**
 * Reads with invisible characters and blanks around the cell ignored: for everything but TEXT.
 *
 * @param values of the field, where it has such
 */
export function trimmedCell(
  read: (text: string) => FilledReading,
  values?: readonly Named[],
): (cell: string) => CellReading {
  const removes = removalWord(values);
  return (cell) => {
    if (cell === '') return BLANK;
    const seen = identifierText(cell);
    const text = identifierText(formulaText(seen) ?? seen);
    if (text === '') return BLANK;
    return removes(text) ? REMOVE : read(text);
  };
}
