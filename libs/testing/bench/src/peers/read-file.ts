// Reads a file once, as one of the participants of the bench `read`: ours decides about each cell, the others hand out cells.
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { readCsv } from '@roundtrip/csv';
import { FileExaminer, isKnownColumn, lineReader, readHeader } from '@roundtrip/import-validation/reading';
import { parse as fastCsv } from '@fast-csv/parse';
import { parse as csvParse } from 'csv-parse';
import csvParser from 'csv-parser';
import papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import { readDefinitions } from '../read-data.js';
import { newColumns, TextHash } from '../text-hash.js';
import { measure, readJob } from './measure.js';

export interface ReadJob {
  reader: string;
  path: string;
  /** Whether to look at the values, which takes time of its own. */
  digest: boolean;
}

interface Found {
  rows: number;
  digest?: string;
}

const { reader, path, digest } = await readJob<ReadJob>();
const limits = { maxRecordBytes: 1 << 20, maxColumns: 2_000, maxRows: 20_000_000 };

/** Reading, header and rules, as import-validation goes through a file. */
async function ours(): Promise<Found> {
  const wanted = digest ? new TextHash() : undefined;
  const file = await readCsv(createReadStream(path), { encoding: 'utf-8', limits, isKnownColumn });
  const layout = readHeader(file.header, 'criteria', readDefinitions);
  const readLine = lineReader({ layout, othersOf: () => [] });
  let rows = 0;
  for await (const records of file.batches) {
    for (const record of records) {
      const line = readLine(record);
      rows++;
      if (line.issues.length > 0) throw new Error(`Line ${line.line} has issues`);
      if (!wanted) continue;
      for (const { field } of line.changes) {
        const { newColumn } = layout.fields[field]!.planned;
        wanted.add(line.contactNumber!, newColumn, record.cells[newColumn]!);
      }
    }
  }
  return { rows, ...(wanted && { digest: wanted.digest() }) };
}

/** All of what import-validation does to a file: its encoding, numbers that come twice, decisions, and the plan packed, but not stored. */
async function examined(): Promise<Found> {
  const config = {
    IMPORT_MAX_RECORD_BYTES: limits.maxRecordBytes,
    IMPORT_MAX_COLUMNS: limits.maxColumns,
    IMPORT_MAX_ROWS: limits.maxRows,
    PLAN_CHUNK_LINES: 1_000,
  };
  const store = { put: () => Promise.resolve() };
  const examiner = new FileExaminer(config as never, store as never, undefined as never);
  const part = { name: 'upload.csv', sizeBytes: statSync(path).size, open: () => createReadStream(path) };
  const { plan } = await examiner.examine({
    importId: 'imp_bench',
    delimiter: ';',
    attempt: 'bench',
    institution: 'bench',
    dataType: 'criteria',
    action: 'check',
    definitions: readDefinitions,
    upload: { parts: [part], close: () => Promise.resolve() },
    onLines: () => Promise.resolve(),
  });
  return { rows: plan.lines };
}

/** What the readers that only read have in common: they hand out cells of the header first. */
class Rows {
  rows = -1;
  private columns: number[] = [];
  private readonly wanted = digest ? new TextHash() : undefined;

  add(cells: readonly string[]): void {
    if (++this.rows === 0) this.columns = newColumns(cells);
    else if (this.wanted) {
      for (const column of this.columns) {
        const cell = cells[column]!;
        if (cell !== '') this.wanted.add(cells[0]!, column, cell);
      }
    }
  }

  found(): Found {
    return { rows: this.rows, ...(this.wanted && { digest: this.wanted.digest() }) };
  }
}

async function withCsvParse(): Promise<Found> {
  const rows = new Rows();
  const parser = csvParse({
    delimiter: ';',
    bom: true,
    skip_empty_lines: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: 1 << 20,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  parser.on('data', (cells: string[]) => rows.add(cells));
  await pipeline(createReadStream(path), parser);
  return rows.found();
}

async function withCsvParser(): Promise<Found> {
  const rows = new Rows();
  const parser = csvParser({ separator: ';' });
  // It gives objects: what has to be looked at is taken from them by the names of the columns.
  let names: string[] = [];
  parser.on('headers', (header: string[]) => rows.add((names = header)));
  parser.on('data', (row: Record<string, string>) => rows.add(digest ? names.map((name) => row[name]!) : []));
  await pipeline(createReadStream(path), parser);
  return rows.found();
}

function withPapaparse(): Promise<Found> {
  const rows = new Rows();
  return new Promise((resolve, reject) => {
    papa.parse<string[]>(createReadStream(path, 'utf8'), {
      delimiter: ';',
      skipEmptyLines: true,
      chunk: ({ data }) => {
        for (const cells of data) rows.add(cells);
      },
      complete: () => resolve(rows.found()),
      error: reject,
    });
  });
}

async function withUdsv(): Promise<Found> {
  const rows = new Rows();
  let parser: ReturnType<typeof initParser> | undefined;
  const take = (cells: string[]): void => rows.add(cells);
  // It takes a line feed at the beginning of a chunk for text, though the carriage return before it has ended the row.
  let kept = '';
  for await (const chunk of createReadStream(path, 'utf8') as AsyncIterable<string>) {
    const whole = kept + chunk;
    kept = whole.endsWith('\r') ? '\r' : '';
    const text = kept === '' ? whole : whole.slice(0, -1);
    if (!parser) {
      const schema = inferSchema(text);
      rows.add(schema.cols.map(({ name }) => name));
      parser = initParser(schema);
    }
    parser.chunk<string[]>(text, parser.stringArrs, take);
  }
  parser!.end<string[]>();
  return rows.found();
}

async function withFastCsv(): Promise<Found> {
  const rows = new Rows();
  const parser = fastCsv({ delimiter: ';', ignoreEmpty: true });
  parser.on('data', (cells: string[]) => rows.add(cells));
  await pipeline(createReadStream(path), parser);
  return rows.found();
}

const readers: Record<string, () => Promise<Found>> = {
  ours,
  examined,
  'csv-parse': withCsvParse,
  'csv-parser': withCsvParser,
  papaparse: withPapaparse,
  udsv: withUdsv,
  '@fast-csv/parse': withFastCsv,
};
await measure(readers[reader]!);
