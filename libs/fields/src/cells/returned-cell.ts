import type { PlannedField } from '@roundtrip/contracts';
import { composed, identifierText } from '../letters.js';
import { isEmptyWord } from './cell-reading.js';
import { formulaText, guardFormula, unguardFormula } from './cell-text.js';
import { parseNumber } from './number.reader.js';

/** What a spreadsheet runs, or may take for the beginning of what it runs. */
const runs = /^[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * A cell of somebody's file as it goes out again: no spreadsheet runs it, and a reader of ours takes it for what it was. Our own cells
 * are guarded already and stay; a number with a sign stays a number.
 *
 * @param field of the column; absent when it is none of a field
 */
export function returnedCell(cell: string, field?: Pick<PlannedField, 'kind' | 'path'>): string {
  if (!runs.test(cell)) return cell;
  if (cell.trim() === '') return '';
  // Blanks count in the texts of criteria alone. Everywhere else they are passed over where they stand first, and a guard before them
  // would make them part of the value.
  if (field?.kind === 'TEXT' && field.path.startsWith('criteria.')) return guardFormula(cell);
  // A text that was written as a formula goes out as the text, and as it is read: a “=” with an accent is no “=”.
  const shown = formulaText(cell) ?? cell;
  const text = field === undefined || field.kind === 'TEXT' ? composed(shown).trim() : identifierText(shown);
  if (isEmptyWord(text)) return text;
  if (field?.kind === 'NUMBER' && parseNumber(text) !== undefined) return text;
  return guardFormula(unguardFormula(text));
}
