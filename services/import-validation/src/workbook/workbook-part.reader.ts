import { type RecordedIssue, type RoundtripSheet, templateSheets } from '@roundtrip/contracts';
import { csvCell } from '@roundtrip/fields';
import type { UploadPart, WorkbookZip } from '@roundtrip/files';
import {
  KeptRows,
  openWorkbook,
  type SheetRow,
  type SheetRows,
  type Workbook,
  type WorkbookSheet,
  XlsxError,
} from '@roundtrip/xlsx';
import { type FileLimits, noText } from '../file.problems.js';
import { hasNumberColumn } from '../header/header.rules.js';
import { counted, explained, type OpenPart, type PartReader, type TableRecord } from '../part.reader.js';
import { requireSheet } from './sheet.rules.js';
import { aboutSheet, workbookProblem } from './workbook.problems.js';

/** Names and values are few. */
const rowsAboutWorkbook = 100;
const longestId = 100;

/** What every pass over a workbook shares. */
interface Opened {
  workbook: Workbook;
  sheet: WorkbookSheet;
  /** Then it has no guards, as every cell of it is a text. */
  isOurs: boolean;
}

/** One workbook of an upload: gives the records that the same table as a CSV would give. */
export class WorkbookPartReader implements PartReader {
  readonly isWorkbook = true;
  private readonly files: WorkbookZip;
  private opened: Promise<Opened> | undefined;
  /** Of the pass that read the sheet. */
  private sheetRows: SheetRows | undefined;
  /** From that pass on: each further one reads these. */
  private kept: KeptRows | undefined;
  private bytesOfSheet = 0;

  constructor(
    private readonly part: UploadPart & { workbook: WorkbookZip },
    readonly number: number | undefined,
    private readonly limits: FileLimits,
  ) {
    this.files = part.workbook;
  }

  get sizeBytes(): number {
    return this.part.sizeBytes;
  }

  async encoding(): Promise<{ encoding: 'utf-8'; assumed: false }> {
    return { encoding: 'utf-8', assumed: false };
  }

  async open(_encoding: string, maxRows: number): Promise<OpenPart> {
    try {
      const { workbook, sheet, isOurs } = await (this.opened ??= this.openOnce());
      const batches = this.kept?.batches() ?? this.readOnce(workbook, sheet, maxRows);
      const source = explained(batches, (error) => this.explain(error));
      const first = await source.next();
      if (first.done) throw noText(this.number);
      const [header, ...below] = first.value as [SheetRow, ...SheetRow[]];
      const width = header.cells.length;
      return {
        header: header.cells,
        batches: recordsOf(below, source, { width, isOurs }),
        blankLines: () => this.sheetRows!.seen().blankLines,
        // All of the workbook is as far as its sheet is.
        bytesRead: () => Math.min(1, this.bytesOfSheet / Math.max(1, this.files.sizeOf(sheet.part))) * this.sizeBytes,
        close: async () => void (await source.return(undefined)),
      };
    } catch (error) {
      throw this.explain(error);
    }
  }

  /** As the sheet of ours says it that nobody sees; undefined in a workbook that has none. */
  async templateId(): Promise<string | undefined> {
    const { workbook } = await (this.opened ??= this.openOnce());
    const about = workbook.sheets.find(({ name, isWorksheet }) => isWorksheet && name === templateSheets.roundtrip);
    if (!about) return undefined;
    const wanted: keyof RoundtripSheet = 'templateId';
    try {
      for await (const rows of workbook.rows(about, { ...this.limits, maxRows: rowsAboutWorkbook }).batches) {
        const found = rows.find(({ cells }) => cells[0] === wanted);
        if (found) return found.cells[1]?.slice(0, longestId);
      }
    } catch (error) {
      // Whoever has edited it may have written anything: it is no reason to refuse the contacts.
      if (!(error instanceof XlsxError)) throw error;
    }
    return undefined;
  }

  warnings(): RecordedIssue[] {
    return this.sheetRows ? aboutSheet(this.sheetRows.seen(), this.number) : [];
  }

  close(): void {
    this.kept?.close();
    void this.opened?.then(({ workbook }) => workbook.close()).catch(() => undefined);
  }

  private async *readOnce(workbook: Workbook, sheet: WorkbookSheet, maxRows: number): AsyncGenerator<SheetRow[]> {
    this.bytesOfSheet = 0;
    this.sheetRows = workbook.rows(sheet, { ...this.limits, maxRows });
    const kept = new KeptRows(`${this.files.spoolPath}-rows`);
    try {
      for await (const rows of this.sheetRows.batches) {
        kept.add(rows);
        yield rows;
      }
      this.kept = kept;
    } finally {
      // Whoever has not read to the end reads no second time.
      if (this.kept !== kept) kept.close();
    }
  }

  private async openOnce(): Promise<Opened> {
    const { names, spoolPath } = this.files;
    const open = (name: string): AsyncIterable<Uint8Array> =>
      counted(this.files.open(name), (bytes) => (this.bytesOfSheet += bytes));
    const workbook = await openWorkbook({ names, open }, { spoolPath, maxTextLength: this.limits.maxRecordBytes });
    try {
      const sheet = await requireSheet(
        workbook.sheets,
        (candidate) => this.hasNumbers(workbook, candidate),
        this.number,
      );
      return { workbook, sheet, isOurs: workbook.sheets.some(({ name }) => name === templateSheets.roundtrip) };
    } catch (error) {
      workbook.close();
      throw error;
    }
  }

  private async hasNumbers(workbook: Workbook, sheet: WorkbookSheet): Promise<boolean> {
    for await (const [first] of workbook.rows(sheet, this.limits).batches) {
      if (first) return hasNumberColumn(first.cells);
    }
    return false;
  }

  private explain(error: unknown): unknown {
    return error instanceof XlsxError ? workbookProblem(error, this.limits, this.number) : error;
  }
}

/** As a CSV has them. A sheet keeps no blank cells at the end of a row: each row is as wide as the header at least. */
async function* recordsOf(
  first: readonly SheetRow[],
  source: AsyncGenerator<SheetRow[]>,
  { width, isOurs }: { width: number; isOurs: boolean },
): AsyncGenerator<TableRecord[]> {
  const asInCsv = (row: SheetRow): TableRecord => {
    const { cells } = row;
    if (isOurs) for (let column = 0; column < cells.length; column++) cells[column] = csvCell(cells[column]!);
    while (cells.length < width) cells.push('');
    return row;
  };
  try {
    if (first.length > 0) yield first.map(asInCsv);
    for await (const rows of source) yield rows.map(asInCsv);
  } finally {
    await source.return(undefined);
  }
}
