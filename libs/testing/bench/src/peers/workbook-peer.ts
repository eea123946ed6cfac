// Reads or writes a workbook once, as one of the participants of the bench `workbook`.
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createWorkbook, openUpload } from '@roundtrip/files';
import { FileExaminer } from '@roundtrip/import-validation/reading';
import { nodePackages } from '@roundtrip/test-kit/node-packages';
import { type CellStyle, openWorkbook, writeWorkbook } from '@roundtrip/xlsx';
import { readDefinitions } from '../read-data.js';
import { TextHash } from '../text-hash.js';
import { rowOf, workbookColumns, type WorkbookData } from '../workbook-data.js';
import { peerPackages } from '../workbook-peers.js';
import { measure, readJob } from './measure.js';

export interface WorkbookJob {
  do: 'read' | 'write';
  by: string;
  path: string;
  /** Whether to look at the values that are read, which takes time of its own. */
  digest?: boolean;
  /** To be written. */
  rows?: number;
  /** Path of the JSON of a WorkbookData. */
  data?: string;
}

const job = await readJob<WorkbookJob>();
const uploadLimits = { maxBytes: 4e9, maxInflatedBytes: 4e10, maxRatio: 200, maxEntries: 1_000 };
const limits = { maxRecordBytes: 1 << 20, maxColumns: 2_000, maxRows: 1_048_576 };

/** Every cell of the file is one. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

class Seen {
  /** The header is none. */
  rows = -1;
  private readonly wanted = job.digest ? new TextHash() : undefined;

  add(cells: readonly string[]): void {
    this.rows++;
    this.wanted?.add(...Array.from({ length: workbookColumns }, (_, column) => cells[column] ?? ''));
  }

  found = () => ({ rows: this.rows, digest: this.wanted?.digest() });
}

const openFile = () => openUpload({ content: createReadStream(job.path) }, uploadLimits, dirname(job.path));

/** Every cell as text, and what is odd about it. */
async function readByUs() {
  const upload = await openFile();
  const { names, spoolPath, open } = upload.parts[0]!.workbook!;
  const workbook = await openWorkbook({ names, open }, { spoolPath, maxTextLength: limits.maxRecordBytes });
  const seen = new Seen();
  for await (const rows of workbook.rows(workbook.sheets[0]!, limits).batches) {
    for (const { cells } of rows) seen.add(cells);
  }
  workbook.close();
  await upload.close();
  return seen.found();
}

/** All that import-validation does with a file, plan packed, without storing it. */
async function examineByUs() {
  const config = {
    IMPORT_MAX_RECORD_BYTES: limits.maxRecordBytes,
    IMPORT_MAX_COLUMNS: limits.maxColumns,
    IMPORT_MAX_ROWS: limits.maxRows,
    PLAN_CHUNK_LINES: 1_000,
  };
  const store = { put: () => Promise.resolve() };
  const examiner = new FileExaminer(config as never, store as never, undefined as never);
  const upload = await openFile();
  const { plan } = await examiner.examine({
    importId: 'imp_bench',
    delimiter: ';',
    attempt: 'bench',
    institution: 'bench',
    dataType: 'criteria',
    action: 'check',
    definitions: readDefinitions,
    upload,
    onLines: () => Promise.resolve(),
  });
  await upload.close();
  return { rows: plan.lines };
}

async function readByExceljs() {
  const { default: exceljs } = (await peers('exceljs')) as { default: ExcelJs };
  const reader = new exceljs.stream.xlsx.WorkbookReader(job.path, { sharedStrings: 'cache', worksheets: 'emit' });
  const seen = new Seen();
  for await (const sheet of reader) {
    for await (const { values } of sheet) {
      seen.add(Array.from({ length: workbookColumns }, (_, column) => textOf(values[column + 1])));
    }
  }
  return seen.found();
}

async function readByHucre() {
  const { streamXlsxRows } = (await peers('hucre')) as Hucre;
  const seen = new Seen();
  for await (const { values } of streamXlsxRows(readFileSync(job.path))) {
    seen.add(Array.from({ length: workbookColumns }, (_, column) => textOf(values[column])));
  }
  return seen.found();
}

function* rowsToWrite() {
  const data = JSON.parse(readFileSync(job.data!, 'utf8')) as WorkbookData;
  yield [...data.header];
  for (let row = 0; row < job.rows!; row++) yield rowOf(data, row);
}

/** As templates are: with locks and styles, which the others write without. */
async function writeByUs() {
  const style: CellStyle = { locked: true, fill: 'EEEEEE' };
  const columns = Array.from({ length: workbookColumns }, () => ({ width: 16, style }));
  const sheet = { name: 'Contacts', columns, rows: batchesToWrite(), hasHeader: true, protected: true };
  const madeAt = new Date();
  const parts = writeWorkbook({ title: 'Contacts', madeAt, sheets: [sheet] });
  await pipeline(createWorkbook(parts, madeAt), createWriteStream(job.path));
  return { rows: job.rows! };
}

function* batchesToWrite() {
  let batch: string[][] = [];
  for (const row of rowsToWrite()) {
    if (batch.push(row) < 1_000) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

async function writeByExceljs() {
  const { default: exceljs } = (await peers('exceljs')) as { default: ExcelJs };
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: job.path, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet('Contacts');
  for (const row of rowsToWrite()) sheet.addRow(row.map((cell) => (cell === '' ? null : cell))).commit();
  sheet.commit();
  await book.commit();
  return { rows: job.rows! };
}

async function writeByHucre() {
  const { writeXlsxStream } = (await peers('hucre')) as Hucre;
  const cellsOf = (row: string[]) => row.map((cell) => (cell === '' ? null : cell));
  function* rows() {
    for (const row of rowsToWrite()) yield cellsOf(row);
  }
  await pipeline(Readable.fromWeb(writeXlsxStream(rows(), { name: 'Contacts' })), createWriteStream(job.path));
  return { rows: job.rows! };
}

const peers = nodePackages(peerPackages);
const participants: Record<string, () => Promise<{ rows: number; digest?: string | undefined }>> = {
  'read ours': readByUs,
  'read examined': examineByUs,
  'read exceljs': readByExceljs,
  'read hucre': readByHucre,
  'write ours': writeByUs,
  'write exceljs': writeByExceljs,
  'write hucre': writeByHucre,
};
await measure(participants[`${job.do} ${job.by}`]!);

// What is used of them: they are no dependencies, so that there are no types of theirs.

interface ExcelJs {
  stream: {
    xlsx: {
      WorkbookReader: new (path: string, options: object) => AsyncIterable<AsyncIterable<{ values: unknown[] }>>;
      WorkbookWriter: new (options: object) => {
        addWorksheet(name: string): { addRow(cells: unknown[]): { commit(): void }; commit(): void };
        commit(): Promise<void>;
      };
    };
  };
}
interface Hucre {
  streamXlsxRows(file: Uint8Array): AsyncIterable<{ values: unknown[] }>;
  writeXlsxStream(rows: Iterable<unknown[]>, options: object): import('node:stream/web').ReadableStream;
}
