// What somebody would write in an hour in place of a check: csv-parse, `$in` of 1,000 contacts, compare. It knows no rule but those that
// the file of the bench needs, and writes nothing down.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { Db } from 'mongodb';
import { newColumns, TextHash } from '../text-hash.js';
import { measure, readJob } from './measure.js';
import { withDatabase } from './with-database.js';

export interface CheckJob {
  mongoUrl: string;
  path: string;
  delimiter: string;
  institution: string;
  codes: string[];
}

interface Contact {
  _id: string;
  valid?: boolean;
  anonymised?: boolean;
  authorisations?: Record<string, boolean | null>;
}

const job = await readJob<CheckJob>();
await withDatabase(job.mongoUrl, (db) => measure(() => check(db)));

async function check(db: Db): Promise<{ rows: number; digest: string }> {
  const hash = new TextHash();
  let rows = 0;
  let columns: number[] | undefined;
  let batch: string[][] = [];
  const decide = async (): Promise<void> => {
    const ids = batch.map(([number]) => `${job.institution}:${number}`);
    const found = await db
      .collection<Contact>('contacts')
      .find({ _id: { $in: ids } }, { projection: { valid: 1, anonymised: 1, authorisations: 1 } })
      .toArray();
    const byId = new Map(found.map((contact) => [contact._id, contact]));
    for (const [at, cells] of batch.entries()) changesOf(cells, byId.get(ids[at]!), columns!, hash);
    rows += batch.length;
    batch = [];
  };
  const parser = createReadStream(job.path).pipe(parse({ delimiter: job.delimiter, bom: true }));
  for await (const cells of parser as AsyncIterable<string[]>) {
    if (!columns) columns = newColumns(cells);
    else if (batch.push(cells) === 1_000) await decide();
  }
  if (batch.length > 0) await decide();
  return { rows, digest: hash.digest() };
}

function changesOf(cells: string[], contact: Contact | undefined, columns: number[], hash: TextHash): void {
  if (!contact || contact.valid !== true || contact.anonymised) throw new Error(`No contact ${cells[0]} to be changed`);
  const row: string[] = [];
  let changes = 0;
  for (const [field, column] of columns.entries()) {
    const wanted = cells[column]!;
    const now = textOf(contact.authorisations?.[job.codes[field]!]);
    if (wanted !== '' && cells[column - 1] !== now) throw new Error(`The contact ${cells[0]} has changed`);
    if (wanted === '' || wanted === now) row.push('', '');
    else {
      row.push(now, wanted);
      changes++;
    }
  }
  if (changes > 0) hash.add(cells[0]!, ...row);
}

function textOf(value: boolean | null | undefined): string {
  return value === true ? 'TRUE' : value === false ? 'FALSE' : 'Empty';
}
