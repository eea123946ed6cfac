import { EMPTY } from '@roundtrip/contracts';
import { identifierText, withUnseenShown } from '../letters.js';

// A spreadsheet runs a cell that starts like a formula, and the word Empty asks for removal. Texts of ours that look like
// either are written with one more leading apostrophe, which the reader takes away again: reversible for every text.

const guarded = String.raw`(?:${EMPTY}$|[=+\-@\t\r\n\0＝＋－＠])`;
const needsGuard = new RegExp(`^'*${guarded}`, 'i');
const isGuarded = new RegExp(`^'+${guarded}`, 'i');
const apostrophe = 39;

/** The text as it may stand in a cell: never a formula, never the word Empty. */
export const guardFormula = (text: string): string => (needsGuard.test(text) ? `'${text}` : text);

/** The text that a guarded cell stands for. Other cells are returned as they are. */
export const unguardFormula = (cell: string): string =>
  cell.charCodeAt(0) === apostrophe && isGuarded.test(cell) ? cell.slice(1) : cell;

// In a workbook of ours every cell is a text, which no spreadsheet runs: there the word Empty alone is guarded.
const isGuardedFormula = /^'+[=+\-@\t\r\n\0＝＋－＠]/;
/** A sign may be that of a number, and a text that begins with one is the same with and without a guard. */
const wouldLoseOrRun = /^(?:'*[=@\t\r\n\0＝＠]|'+[+\-＋－])/;

/** What a workbook of ours holds for this cell of a CSV of ours. */
export const workbookCell = (cell: string): string =>
  cell.charCodeAt(0) === apostrophe && isGuardedFormula.test(cell) ? cell.slice(1) : cell;

/** The cell of a CSV that means the same as this one of a workbook of ours. */
export const csvCell = (cell: string): string => (wouldLoseOrRun.test(cell) ? `'${cell}` : cell);

const quotedFormula =
  /^[\s\p{Default_Ignorable_Code_Point}]*=[\s\p{Default_Ignorable_Code_Point}]*"((?:[^"]|"")*)"[\s\p{Default_Ignorable_Code_Point}]*$/u;

/** What a program writes as `="00123"`, so that a spreadsheet keeps the zeros: the text in the marks. Undefined for any other cell. */
export const formulaText = (cell: string): string | undefined =>
  cell.includes('=') ? quotedFormula.exec(cell)?.[1]?.replaceAll('""', '"') : undefined;

/** What a cell names that holds a number or an address (`identifierText`), taken out of its guard. */
export function identifierInCell(cell: string): string {
  const text = identifierText(cell);
  return identifierText(unguardFormula(formulaText(text) ?? text));
}

/** Spreadsheets write a line break inside a cell as CR LF, LF or CR depending on the machine; stored is LF. */
export const unifyLineBreaks = (text: string): string => (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text);

/** The beginning of a text, characters as a person counts them: what is cut off shows as `…`, which counts as one. */
function beginning(text: string, characters: number): string {
  if (text.length <= characters) return text;
  // A character takes two units at most: the rest need not be looked at.
  const found = Array.from(text.slice(0, 2 * characters + 1));
  return found.length > characters ? `${found.slice(0, characters - 1).join('')}…` : text;
}

/**
 * What a sentence quotes of a cell: one line, at most 60 characters, those shown that nobody would see. The quotation marks are the
 * sentence's, as its language writes them.
 */
export function quote(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
  return beginning(withUnseenShown(text.slice(0, 1000)).replaceAll(/[\u0000-\u001f\u007f]+/g, ' '), 60);
}

/** What an error shows of a cell beside its message: at most 200 characters. */
export const shownValue = (text: string): string => beginning(withUnseenShown(text.slice(0, 1000)), 200);
