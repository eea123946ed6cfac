import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BOM, type Delimiter, encodeRecord } from '@roundtrip/csv';
import csvParser from 'csv-parser';
import yauzl from 'yauzl';
import { must } from './tour-problem.errors.js';

/** A .csv as a spreadsheet shows it. */
export class Sheet {
  constructor(
    readonly header: string[],
    readonly rows: string[][],
  ) {}

  /** Index of `CONTACT_NUMBER`, or of the column `[new] CODE - …`. @throws TourProblem when it is not there */
  column(name: string): number {
    const index = this.header.findIndex((column) => column === name || column.startsWith(`${name} - `));
    must(index >= 0, `The file has no column ${name}.`);
    return index;
  }

  cell(row: readonly string[], column: string): string {
    return row[this.column(column)] ?? '';
  }

  /** The number that a spreadsheet shows beside the row: the header is 1. */
  lineOf(row: string[]): number {
    return this.rows.indexOf(row) + 2;
  }
}

/** Opens a .csv: with another parser than the product's own. */
export async function openSheet(path: string, delimiter: Delimiter): Promise<Sheet> {
  const text = (await readFile(path, 'utf8')).replace(BOM, '');
  const records: string[][] = [];
  const parser = csvParser({ headers: false, separator: delimiter });
  for await (const record of Readable.from([Buffer.from(text)]).pipe(parser)) {
    records.push(Object.values(record as Record<string, string>));
  }
  const [header, ...rows] = records;
  must(header !== undefined, `${path} is empty.`);
  return new Sheet(header, rows);
}

/** Saves as "CSV UTF-8", as a spreadsheet in French or German does: with semicolons. */
export async function saveSheet(path: string, { header, rows }: Sheet): Promise<void> {
  await writeFile(path, BOM + [header, ...rows].map((cells) => encodeRecord(cells, ';')).join(''));
}

/** Unpacks a .zip that must hold exactly one file. @returns its name */
export async function unzipOne(zipPath: string, pathOf: (name: string) => string): Promise<string> {
  const zip = await yauzl.openPromise(zipPath);
  const names: string[] = [];
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName);
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(pathOf(entry.fileName)));
  }
  const [name, ...others] = names;
  must(name !== undefined && others.length === 0, `${zipPath} must hold one file, but holds ${names.length}.`);
  return name;
}
