import type { RecordedIssue } from '@roundtrip/contracts';
import { FileProblem, workbookDamaged } from '@roundtrip/files';
import { sentence } from '@roundtrip/words/sentence';
import type { XlsxError } from '@roundtrip/xlsx';
import { csvProblem, type FileLimits } from '../file.problems.js';

// What can be wrong with a workbook as a whole. No text of the file is in it.

const callSheet = sentence('workbook-call-sheet');

/** @param part from 1, in a file of several */
export function workbookProblem(
  { code, line, damage: reason }: XlsxError,
  limits: FileLimits,
  part: number | undefined,
): FileProblem {
  if (code !== 'WORKBOOK_DAMAGED') return csvProblem({ code, line }, limits, part);
  return workbookDamaged(sentence('workbook-damaged', { part: part ?? 0, reason }), { line, part });
}

export const noSheet = (part: number | undefined): FileProblem =>
  new FileProblem('WORKBOOK_SHEET_MISSING', [sentence('workbook-no-sheet', { part: part ?? 0 })], {
    hint: [sentence('workbook-no-sheet-how')],
    part,
  });

export const noSheetWithNumbers = (sheets: number, part: number | undefined): FileProblem =>
  new FileProblem('WORKBOOK_SHEET_MISSING', [sentence('workbook-no-numbers', { part: part ?? 0, sheets })], {
    hint: [sentence('workbook-first-row'), callSheet],
    part,
  });

/** @param places of the sheets, from 1 */
export const severalSheets = (places: readonly number[], part: number | undefined): FileProblem =>
  new FileProblem(
    'WORKBOOK_SHEET_AMBIGUOUS',
    [sentence('workbook-several-sheets', { part: part ?? 0, sheets: places.join(', ') })],
    { hint: [callSheet, sentence('workbook-sheets-singly')], part },
  );

/** What is to be known of a sheet that was read. */
export function aboutSheet(
  { hiddenRows, mergedRanges }: { hiddenRows: number; mergedRanges: number },
  part: number | undefined,
): RecordedIssue[] {
  const placed = part === undefined ? {} : { part };
  const issues: RecordedIssue[] = [];
  if (hiddenRows > 0) {
    issues.push({
      ...placed,
      code: 'ROWS_HIDDEN',
      message: [sentence('rows-hidden', { rows: hiddenRows })],
      hint: [sentence('rows-hidden-how')],
    });
  }
  if (mergedRanges > 0) {
    issues.push({
      ...placed,
      code: 'CELLS_MERGED',
      message: [sentence('cells-merged', { places: mergedRanges })],
      hint: [sentence('cells-merged-how')],
    });
  }
  return issues;
}
