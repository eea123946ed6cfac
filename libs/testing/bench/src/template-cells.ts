import { parse } from 'csv-parse';
import { delimiterOf } from './delimiter-of.js';
import { newColumns, TextHash } from './text-hash.js';

/** Another reader than ours, so that a fault of ours is not overlooked twice. */
async function eachRecord(csv: string, take: (cells: string[], at: number) => void): Promise<number> {
  const parser = parse({ delimiter: delimiterOf(csv), bom: true });
  const end = new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
  let read = 0;
  parser.on('data', (cells: string[]) => take(cells, read++));
  parser.end(csv);
  await end;
  return read - 1;
}

/** A hash over what a template says of each contact: who it is, and the [old] cells. */
export async function templateDigest(csv: string): Promise<{ rows: number; digest: string }> {
  const hash = new TextHash();
  let columns: number[] = [];
  const rows = await eachRecord(csv, (cells, at) => {
    if (at === 0) columns = newColumns(cells);
    else hash.add(...cells.slice(0, 4), ...columns.map((column) => cells[column - 1]!));
  });
  return { rows, digest: hash.digest() };
}

/** Over the file of a check or an update that says what changes: number, and each field before and after. */
export async function changesDigest(csv: string): Promise<string> {
  const hash = new TextHash();
  let columns: number[] = [];
  await eachRecord(csv, (cells, at) => {
    if (at > 0) hash.add(cells[0]!, ...columns.map((column) => cells[column]!));
    else columns = cells.flatMap((name, column) => (/^\[(?:before|after)\] /.test(name) ? [column] : []));
  });
  return hash.digest();
}

/** Over what a file leaves: number, and each field with its [new] cell where that is filled, else its [old] one. */
export async function valuesDigest(csv: string): Promise<string> {
  const hash = new TextHash();
  let columns: number[] = [];
  await eachRecord(csv, (cells, at) => {
    if (at === 0) columns = newColumns(cells);
    else hash.add(cells[0]!, ...columns.map((column) => cells[column] || cells[column - 1]!));
  });
  return hash.digest();
}

/** How many lines have a [new] cell that is filled with another value than that of their [old] one. */
export async function changingLines(csv: string): Promise<number> {
  let columns: { column: number; old: number | undefined }[] = [];
  let lines = 0;
  await eachRecord(csv, (cells, at) => {
    if (at === 0) columns = newColumns(cells).map((column) => ({ column, old: oldBeside(cells, column) }));
    else if (
      columns.some(({ column, old }) => cells[column] !== '' && cells[column] !== (old === undefined ? '' : cells[old]))
    )
      lines++;
  });
  return lines;
}

/** Undefined where the field has no [old] column. */
const oldBeside = (header: readonly string[], column: number): number | undefined =>
  header[column - 1]!.startsWith('[old] ') ? column - 1 : undefined;
