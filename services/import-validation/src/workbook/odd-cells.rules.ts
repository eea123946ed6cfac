import type { RecordedIssue } from '@roundtrip/contracts';
import { openAsText } from '@roundtrip/fields';
import { type CellOddity, columnLetters, type OddCell } from '@roundtrip/xlsx';
import { type Sentence, sentence } from '@roundtrip/words/sentence';
import type { FileLayout } from '../header/layout.js';
import { cellError, type IssuePlace } from '../file-line.issues.js';

/** What a workbook says of cells beside their text, as errors and warnings of the line. Pure. */

interface Told {
  code: RecordedIssue['code'];
  message: readonly Sentence[];
  hint: readonly Sentence[];
}

const sayings: Record<CellOddity, (cell: string) => Told> = {
  formula: (cell) => ({
    code: 'FORMULA_READ',
    message: [sentence('formula-read', { cell })],
    hint: [sentence('formula-read-how')],
  }),
  formulaWithoutValue: (cell) => ({
    code: 'FORMULA_WITHOUT_VALUE',
    message: [sentence('formula-without-value', { cell })],
    hint: [sentence('formula-without-value-how')],
  }),
  errorValue: (cell) => ({
    code: 'CELL_ERROR_VALUE',
    message: [sentence('cell-error', { cell })],
    hint: [sentence('cell-error-how')],
  }),
  timeOfDay: (cell) => ({
    code: 'DATE_WITH_TIME',
    message: [sentence('time-of-day', { cell })],
    hint: [sentence('time-of-day-how')],
  }),
  tooManyDigits: (cell) => ({
    code: 'VALUE_DAMAGED',
    message: [sentence('too-many-digits', { cell })],
    hint: [sentence('too-many-digits-how'), openAsText],
  }),
};

/**
 * Adds what is to be said of the cells that ask for something or say who is meant; the others are not looked at.
 *
 * @param cells those of `layout.header`
 * @returns columns of `layout.header` that cannot be read
 */
export function oddCells(
  layout: Pick<FileLayout, 'header' | 'kept' | 'numberColumn' | 'fields'>,
  odd: readonly OddCell[],
  cells: readonly string[],
  line: IssuePlace & { issues: RecordedIssue[] },
): number[] {
  const broken: number[] = [];
  for (const { column: inFile, is } of odd) {
    const column = layout.kept.indexOf(inFile);
    const counts =
      column >= 0 &&
      (column === layout.numberColumn || layout.fields.some(({ planned }) => planned.newColumn === column));
    if (!counts || broken.includes(column)) continue;
    const cell = cells[column]!;
    if (is !== 'formula') broken.push(column);
    else if (cell.trim() === '') continue;
    line.issues.push(cellError(line, layout.header[column]!, cell, sayings[is](columnLetters(inFile) + line.line)));
  }
  return broken;
}
