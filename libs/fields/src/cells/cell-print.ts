import { composed, identifierText } from '../letters.js';
import { unguardFormula, unifyLineBreaks } from './cell-text.js';

// Prints of cells: 32 bits that are the same for the same text, however its letters and line breaks are stored and whether it is guarded.
// Two texts of the same print are one in four thousand million; who does not know the seed cannot make them.

/** The print of a cell that is blank. No other cell has it. */
export const BLANK_PRINT = 0;

/** Of a cell as a template or a file holds it. */
export const cellPrint = (cell: string, seed: number): number =>
  cell === '' ? BLANK_PRINT : textPrint(unguardFormula(cell), seed);

/** Of a text that is not guarded: in a workbook `'=1` may be what it says. */
export function textPrint(text: string, seed: number): number {
  return text === '' ? BLANK_PRINT : print(composed(unifyLineBreaks(text)), seed) || 1;
}

const otherSeed = 0x5bd1e995;

/** Of a contact number as it is stored; the two halves of 64 bits. */
export function numberPrint(contactNumber: string, seed: number): readonly [number, number] {
  const text = identifierText(contactNumber);
  return [print(text, seed), print(text, seed ^ otherSeed)];
}

/** The rounds and the end of MurmurHash3, a UTF-16 unit at a time. */
function print(text: string, seed: number): number {
  let hash = seed | 0;
  for (let at = 0; at < text.length; at++) {
    let unit = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    unit = (unit << 15) | (unit >>> 17);
    hash ^= Math.imul(unit, 0x1b873593);
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
