import type { CsvRecord, Delimiter } from '@roundtrip/csv';
import { identifierText, parseColumn } from '@roundtrip/fields';
import type { FileProblem } from '@roundtrip/files';
import { plainName } from './file-columns.js';
import * as problems from './header.problems.js';
import { isKnownColumn } from './header.rules.js';

/** Rows that are looked at for a header: titles and the like above it are few. */
export const rowsLookedAt = 50;

/** What people and programs separate cells by, beside what an import reads. */
const otherSeparators = ['|', '^', '~', ':', '#', '!', '*', '/', '\u001f'];

export interface TopOfFile {
  header: readonly string[];
  /** Decided on a line that is no header: it may be wrong for the others. */
  delimiter: Delimiter;
  /** The first rows below it. */
  below: readonly CsvRecord[];
}

/**
 * What a file is whose first line has no CONTACT_NUMBER, by its first lines; undefined when nothing is seen. Pure.
 *
 * Names no text of the file: see header.problems.ts.
 */
export function missingNumber({ header, delimiter, below }: TopOfFile): FileProblem | undefined {
  const textOf = (cells: readonly string[]): string => cells.join(delimiter);
  const first = identifierText(textOf(header));
  if (/^<[?!\p{L}]/u.test(first)) return problems.notATable('XML');
  if (/^(?:\{|\[\s*(?:[[{"\d-]|$))/.test(first)) return problems.notATable('JSON');
  const separated = otherSeparators.find((separator) => namesNumber(first.split(separator)));
  if (separated !== undefined) return problems.otherSeparator(separated);
  if (header.length === 1 && namesNumber(first.split(/\s+/))) return problems.otherSeparator(' ');
  const further = below.slice(0, rowsLookedAt).find(({ cells }) => namesNumber(textOf(cells).split(/[;,\t|]/)));
  if (further) return problems.headerFurtherDown(further.line);
  return below.length === 0 && !header.some(isKnownColumn) ? problems.oneLine() : undefined;
}

const namesNumber = (cells: readonly string[]): boolean =>
  cells.some((cell) => {
    const column = parseColumn(cell.replaceAll(/^\s*"|"\s*$/g, ''));
    return 'column' in column && plainName(column.column) === 'CONTACT_NUMBER';
  });
