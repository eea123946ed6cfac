import { BOM, encodeRecord, readCsv } from '@roundtrip/csv';
import type { Messages } from './catalogue-files.js';

const KEY = 'key';
const ENGLISH = 'English';

/** One file for a translator: the key, English, and a column for each language. A byte order mark tells spreadsheets that it is UTF-8. */
export function translatorsFile(english: Messages, languages: ReadonlyMap<string, Messages>): string {
  const records = [[KEY, ENGLISH, ...languages.keys()]];
  for (const [key, message] of english)
    records.push([key, message, ...Array.from(languages.values(), (messages) => messages.get(key) ?? '')]);
  return BOM + records.map((record) => encodeRecord(record, ',')).join('');
}

const limits = { maxRecordBytes: 100_000, maxColumns: 100, maxRows: 100_000 };

/**
 * The column of a language, by key; a blank cell says nothing.
 *
 * @throws Error when there is no such column
 * @throws CsvError
 */
export async function readTranslation(bytes: Buffer, language: string): Promise<Map<string, string>> {
  const known = [KEY, ENGLISH, language];
  const options = { encoding: 'utf-8', limits, isKnownColumn: (cell: string) => known.includes(cell) } as const;
  // Above it stands what npm says where its output was made a file.
  const start = Math.max(0, bytes.indexOf(BOM));
  const { header, batches } = await readCsv(source(bytes.subarray(start)), options);
  const [keyAt, at] = [header.indexOf(KEY), header.indexOf(language)];
  if (keyAt === -1 || at === -1) throw new Error(`The file has no columns ${KEY} and ${language}`);
  const messages = new Map<string, string>();
  for await (const records of batches)
    for (const { cells } of records) {
      const message = cells[at]?.trim() ?? '';
      if (message !== '') messages.set(cells[keyAt] ?? '', message);
    }
  return messages;
}

async function* source(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
