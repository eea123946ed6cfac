import type { Issue } from '@roundtrip/contracts';
import type { CsvErrorCode } from '@roundtrip/csv';
import { FileProblem, readableSize } from '@roundtrip/files';

// What can be wrong with a file as a whole, in the words of the help page.

export interface FileLimits {
  maxRecordBytes: number;
  maxColumns: number;
  /** Over all parts. */
  maxRows: number;
}

const number = (value: number): string => value.toLocaleString('en');

const split = 'Split the file into several, each with the header line.';
const saveAsCsv =
  'Open the file in your spreadsheet program, look at its letters with accents, and save it as “CSV UTF-8”.';

type Explanation = (row: string, limits: FileLimits) => [detail: string, hint: string];

const explanations: Record<CsvErrorCode, Explanation> = {
  FILE_EMPTY: (row) => [
    row.startsWith('row') ? `The file has no text down to ${row}.` : 'The file has no text in it.',
    'Upload the file of the template that you edited.',
  ],
  ENCODING_INVALID: (row) => [
    `The letters in ${row} cannot be read: they are not stored as UTF-8, or not as the beginning of the file says.`,
    saveAsCsv,
  ],
  TOO_MANY_COLUMNS: (row, { maxColumns }) => [
    `There are more than ${number(maxColumns)} cells in ${row}, and no import has so many columns.`,
    'Keep the columns of the template, and delete the cells to the right of them, blank ones included.',
  ],
  RECORD_TOO_LARGE: (row, { maxRecordBytes }) => [
    `There are more than ${readableSize(maxRecordBytes)} of text in ${row}, and no contact needs so much.`,
    'Look in that row for a text that does not belong there, and delete or shorten it.',
  ],
  QUOTE_NOT_CLOSED: (row) => [
    `A quotation mark (") opens a cell in ${row}, and none closes it, so nobody can say where the cell ends.`,
    'Delete the mark, or close the cell with another one. Spreadsheet programs write the marks right by themselves; by hand, a mark that is part of a text is written twice, and the whole cell in marks: "5"" pipe".',
  ],
  TOO_MANY_ROWS: (_row, { maxRows }) => [`The file has more than ${number(maxRows)} data rows.`, split],
};

/** @param part from 1, in a file of several */
export function csvProblem(
  { code, line }: { code: CsvErrorCode; line?: number | undefined },
  limits: FileLimits,
  part: number | undefined,
): FileProblem {
  const row = line === undefined ? 'the file' : `row ${number(line)}`;
  const [detail, hint] = explanations[code](part === undefined ? row : `${row} of part ${part}`, limits);
  return new FileProblem(code, detail, { hint, line, part });
}

export const noText = (part: number | undefined): FileProblem => csvProblem({ code: 'FILE_EMPTY' }, noLimits, part);

const noLimits: FileLimits = { maxRecordBytes: Infinity, maxColumns: Infinity, maxRows: Infinity };

export const noDataRows = (): FileProblem =>
  new FileProblem('NO_DATA_ROWS', 'The file has a header line, and no line of a contact below it.', {
    hint: 'Upload the template that you edited, with the lines that you want to change.',
  });

export const otherHeader = (part: number): FileProblem =>
  new FileProblem('ZIP_NOT_ONE_CSV', `Part ${part} of the .zip has another header line than part 1.`, {
    part,
    hint: 'The parts of one template have the same columns in the same order. Upload files with other columns one by one.',
  });

/** People of all time zones work together: theirs is not known here. */
const dayAndTime = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' at ')} (UTC)`;

/** @param usedAt when the earlier update was asked for; undefined when nothing is known of it any more */
export const sameFileAgain = (usedAt: Date | undefined): Issue => ({
  code: 'SAME_FILE_AGAIN',
  message: `The same file was already used for an update${usedAt ? `, on ${dayAndTime(usedAt)}` : ''}.`,
  hint: 'Lines that were applied then show as unchanged now, unless somebody has changed them since.',
});
