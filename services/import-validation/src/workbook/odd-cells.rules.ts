import type { Issue } from '@roundtrip/contracts';
import { openAsText } from '@roundtrip/fields';
import { type CellOddity, columnLetters, type OddCell } from '@roundtrip/xlsx';
import type { FileLayout } from '../header/layout.js';
import { cellError, type IssuePlace } from '../file-line.issues.js';

/** What a workbook says of cells beside their text, as errors and warnings of the line. Pure. */

type Told = Pick<Issue, 'code' | 'message'> & { hint: string };

const sayings: Record<CellOddity, (cell: string) => Told> = {
  formula: (cell) => ({
    code: 'FORMULA_READ',
    message: `Cell ${cell} is a formula. What it had worked out when the file was saved is read.`,
    hint: 'Where that is not what you mean, copy the cell and paste it as a value.',
  }),
  formulaWithoutValue: (cell) => ({
    code: 'FORMULA_WITHOUT_VALUE',
    message: `Cell ${cell} is a formula, and the file does not hold what comes out of it: a program wrote it, and no spreadsheet has worked it out.`,
    hint: 'Open the workbook in your spreadsheet program and save it again, or type the value instead of the formula.',
  }),
  errorValue: (cell) => ({
    code: 'CELL_ERROR_VALUE',
    message: `Cell ${cell} says that the spreadsheet could not work it out, and holds no value.`,
    hint: 'Type the value, or clear the cell to change nothing.',
  }),
  timeOfDay: (cell) => ({
    code: 'DATE_WITH_TIME',
    message: `Cell ${cell} holds a time of day, and a contact has dates without one.`,
    hint: 'Type the date alone, such as 2025-03-31.',
  }),
  tooManyDigits: (cell) => ({
    code: 'VALUE_DAMAGED',
    message: `Cell ${cell} holds a number of more than 15 digits, of which a spreadsheet keeps 15: the others are lost.`,
    hint: `Format the cell as text and type the number again, or take it from the template. ${openAsText}`,
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
  line: IssuePlace & { issues: Issue[] },
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
