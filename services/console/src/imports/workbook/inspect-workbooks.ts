import { isZipLitter } from '@roundtrip/contracts/words';
import { type Columns, hasNumberColumn, inspectHeader, type SpreadsheetProblem } from '../file-header.rules.js';
import { type NoSheet, viewWorkbook, type WorkbookView } from './workbook-view.js';
import { fileIn, type ZipEntry, zipEntries } from './zip-entries.js';

/** A workbook, or the workbooks in a .zip, as the page of New shows it. */
export interface FoundWorkbook extends Columns {
  is: 'workbook';
  /** Name of the sheet that is read, of the first of several. */
  sheet: string;
  workbooks: number;
  /** By what the sheets say of their size; absent where one says nothing. */
  rowsAbout: number | undefined;
  /** Whether they can be counted without much ado. */
  isCountable: boolean;
}

type Doubtful = { is: 'doubtful'; problem: SpreadsheetProblem };

/** What may be unpacked to count rows: a second or two. */
const COUNTABLE_BYTES = 64 * 1024 * 1024;
/** Of workbooks in a .zip, which can only be looked into when they are unpacked. */
const NESTED_BYTES = 64 * 1024 * 1024;

const problems: Record<NoSheet['because'], SpreadsheetProblem> = {
  chartsAlone: 'NO_SHEET',
  withoutNumbers: 'NO_CONTACT_NUMBER',
  several: 'SEVERAL_SHEETS',
};

/** @param authorisations their codes */
export async function inspectWorkbooks(
  files: readonly Blob[],
  authorisations: ReadonlySet<string>,
): Promise<FoundWorkbook | Doubtful> {
  const views: WorkbookView[] = [];
  let columns: Columns | undefined;
  for (const file of files) {
    const view = await viewOf(file).catch(() => undefined);
    if (view === undefined) return doubtful('WORKBOOK_UNREADABLE');
    if (view.sheet === undefined) return doubtful(problems[view.because]);
    const header = inspectHeader(view.header, authorisations);
    if (header.is === 'wrong') return doubtful(header.problem);
    columns ??= header;
    views.push(view);
  }
  const [first] = views;
  if (!first || !columns) return doubtful('WORKBOOK_UNREADABLE');
  const { dataType, columns: number } = columns;
  return {
    is: 'workbook',
    dataType,
    columns: number,
    sheet: first.sheet,
    workbooks: views.length,
    rowsAbout: views.every(({ rowsAbout }) => rowsAbout !== undefined)
      ? views.reduce((sum, { rowsAbout }) => sum + (rowsAbout ?? 0), 0)
      : undefined,
    isCountable: views.reduce((sum, { bytesToCount }) => sum + bytesToCount, 0) <= COUNTABLE_BYTES,
  };
}

const doubtful = (problem: SpreadsheetProblem): Doubtful => ({ is: 'doubtful', problem });

/** Of workbooks that can be counted. @throws Error when one cannot be read to its end */
export async function countRows(files: readonly Blob[], signal: AbortSignal): Promise<number> {
  let rows = 0;
  for (const file of files) {
    const view = await viewOf(file);
    if (view.sheet !== undefined) rows += await view.countRows(signal);
  }
  return rows;
}

const viewOf = async (file: Blob): Promise<WorkbookView | NoSheet> =>
  viewWorkbook(file, (await zipEntries(file)) ?? [], hasNumberColumn);

/** The workbooks of a .zip with nothing else in it. @returns undefined where it has others, or they are too large to be unpacked for this */
export async function workbooksIn(zip: Blob, entries: readonly ZipEntry[]): Promise<Blob[] | undefined> {
  const tables = entries.filter(({ name }) => !name.endsWith('/') && !isZipLitter(name));
  if (!tables.every(({ name }) => /\.(?:xlsx|xlsm)$/i.test(name))) return undefined;
  if (tables.reduce((sum, { bytes, isDeflated }) => sum + (isDeflated ? bytes : 0), 0) > NESTED_BYTES) return undefined;
  const files: Blob[] = [];
  for (const entry of tables.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))) {
    files.push(await fileIn(zip, entry));
  }
  return files;
}
