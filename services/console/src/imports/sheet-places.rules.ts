import type { Issue } from '@roundtrip/contracts';
import type { ImportDetails } from '@roundtrip/gateway/api';

/** Of a file that was a workbook: the letters above each of its columns. */
export type Sheet = ReadonlyMap<string, string> | undefined;

export const sheetOf = ({ sheetColumns }: Pick<ImportDetails, 'sheetColumns'>): Sheet =>
  sheetColumns === null ? undefined : new Map(sheetColumns.map(({ column, letters }) => [column, letters]));

/** Where a spreadsheet has it: `F12`. */
export function cellOf(sheet: Sheet, { line, column }: Pick<Issue, 'line' | 'column'>): string | undefined {
  const letters = column === undefined ? undefined : sheet?.get(column);
  return letters === undefined || line === undefined ? undefined : `${letters}${line}`;
}
