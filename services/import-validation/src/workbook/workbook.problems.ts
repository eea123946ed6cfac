import type { Issue } from '@roundtrip/contracts';
import { FileProblem, workbookDamaged } from '@roundtrip/files';
import type { XlsxError } from '@roundtrip/xlsx';
import { csvProblem, type FileLimits } from '../file.problems.js';

// What can be wrong with a workbook as a whole, in the words of the help page. No text of the file: the sentences travel.

const callIt = 'Call the sheet with the contacts “Contacts”, as the template does, or delete the other sheets.';

const called = (part: number | undefined): string =>
  part === undefined ? 'The workbook' : `The workbook of part ${part}`;

/** @param part from 1, in a file of several */
export function workbookProblem(
  { code, line, message }: XlsxError,
  limits: FileLimits,
  part: number | undefined,
): FileProblem {
  if (code !== 'WORKBOOK_DAMAGED') return csvProblem({ code, line }, limits, part);
  return workbookDamaged(`${called(part)} ${message}`, { line, part });
}

export const noSheet = (part: number | undefined): FileProblem =>
  new FileProblem(
    'WORKBOOK_SHEET_MISSING',
    `${called(part)} has no sheet with cells: a chart alone holds no contacts.`,
    {
      hint: 'Upload the workbook that you edited, with its sheet “Contacts”.',
      part,
    },
  );

export const noSheetWithNumbers = (sheets: number, part: number | undefined): FileProblem =>
  new FileProblem(
    'WORKBOOK_SHEET_MISSING',
    `${called(part)} has ${sheets} sheets: none is called “Contacts”, and none has a column CONTACT_NUMBER in its first row.`,
    { hint: `Keep the first row of the template as it is. ${callIt}`, part },
  );

/** @param places of the sheets, from 1 */
export const severalSheets = (places: readonly number[], part: number | undefined): FileProblem =>
  new FileProblem(
    'WORKBOOK_SHEET_AMBIGUOUS',
    `${called(part)} has several sheets with a column CONTACT_NUMBER (${places.map((place) => `sheet ${place}`).join(', ')}), so nobody can say which one is meant.`,
    { hint: `${callIt} Or upload the sheets one by one.`, part },
  );

/** What is to be known of a sheet that was read. */
export function aboutSheet(
  { hiddenRows, mergedRanges }: { hiddenRows: number; mergedRanges: number },
  part: number | undefined,
): Issue[] {
  const placed = part === undefined ? {} : { part };
  const issues: Issue[] = [];
  if (hiddenRows > 0) {
    issues.push({
      ...placed,
      code: 'ROWS_HIDDEN',
      message: `The sheet has ${hiddenRows === 1 ? '1 row that is' : `${hiddenRows} rows that are`} hidden, by a filter or by hand. Hidden rows count like all others.`,
      hint: 'If they are not to be imported, delete them from the sheet.',
    });
  }
  if (mergedRanges > 0) {
    issues.push({
      ...placed,
      code: 'CELLS_MERGED',
      message: `Cells of the sheet are merged, in ${mergedRanges === 1 ? '1 place' : `${mergedRanges} places`}. What stands there counts for the first of them; the others are blank.`,
      hint: 'Undo the merging, and fill in each cell by itself.',
    });
  }
  return issues;
}
