// npm run bench:csv -- --rows 200000 --seed 1 --rounds 5: our reader beside csv-parse and csv-parser on the same file, round by round in one process, so
// that the ratios hold on any machine. Prints the median of each.
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { detectEncoding, encodeRecord, readCsv } from '@roundtrip/csv';
import { parse } from 'csv-parse';
import csvParser from 'csv-parser';
import { randomOf } from '@roundtrip/demo';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
  },
});
const rows = Number(values.rows);
const rounds = Number(values.rounds);

const fields = ['CNIL_O', 'PARTNER', 'CNIL_T', 'SMS_MMS', 'LETTER', 'PHONE', 'EMAIL'];
const header = [
  'CONTACT_NUMBER',
  'EMAIL',
  'LAST_NAME',
  'FIRST_NAME',
  ...fields.flatMap((code) => [`[old] ${code} - Name`, `[new] ${code} - Name`]),
];

/** A template of authorisations that was edited: some accents, some quotes, few filled [new] cells. */
function makeFile(): Buffer {
  const lines = [encodeRecord(header, ';')];
  for (let row = 0; row < rows; row++) {
    const random = randomOf(Number(values.seed), row);
    const name = random.pick(['Müller', 'Dupont', 'O"Neill', 'Smith; Sons', 'Nguyễn', 'Rossi', 'Smith', 'Weber']);
    const cells = [String(row).padStart(8, '0'), `person${row}@example.org`, name, random.pick(['Zoë', 'Jane', 'Ali'])];
    for (const _ of fields) {
      cells.push(random.pick(['TRUE', 'FALSE', 'Empty']), random.chance(0.05) ? 'TRUE' : '');
    }
    lines.push(encodeRecord(cells, ';'));
  }
  return Buffer.from(lines.join(''));
}

const file = makeFile();
const chunks = Array.from({ length: Math.ceil(file.length / 0x10000) }, (_, index) =>
  file.subarray(index * 0x10000, (index + 1) * 0x10000),
);
const source = (): Readable => Readable.from(chunks, { objectMode: false });

async function count(records: AsyncIterable<unknown>): Promise<number> {
  let found = 0;
  for await (const _ of records) found++;
  return found;
}

async function ours(): Promise<number> {
  const { batches } = await readCsv(source(), {
    encoding: 'utf-8',
    limits: { maxRecordBytes: 1 << 20, maxColumns: 2_000, maxRows: rows },
    isKnownColumn: (cell) => header.includes(cell),
  });
  let found = 0;
  for await (const batch of batches) found += batch.length;
  return found;
}

const readers: Record<string, () => Promise<number>> = {
  roundtrip: ours,
  'roundtrip, with the pass over the encoding': async () => {
    await detectEncoding(source());
    return ours();
  },
  'csv-parse': async () =>
    (await count(
      source().pipe(
        parse({
          delimiter: ';',
          bom: true,
          skip_empty_lines: true,
          relax_quotes: true,
          relax_column_count: true,
          max_record_size: 1 << 20,
          record_delimiter: ['\r\n', '\n', '\r'],
        }),
      ),
    )) - 1,
  'csv-parser': () => count(source().pipe(csvParser({ separator: ';' }))),
};

/** Readers that lose rows of a file by the book: how many they found. */
const lost = new Map<string, number>();
const seconds = new Map<string, number[]>(Object.keys(readers).map((name) => [name, []]));
// The first round warms up.
for (let round = 0; round <= rounds; round++) {
  for (const [name, read] of Object.entries(readers)) {
    const begin = performance.now();
    const found = await read();
    if (found !== rows) lost.set(name, found);
    if (round > 0) seconds.get(name)?.push((performance.now() - begin) / 1000);
  }
}

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const best = median(seconds.get('roundtrip') ?? []);
console.log(`${rows} rows of ${header.length} columns, ${(file.length / 1e6).toFixed(1)} MB, ${rounds} rounds`);
for (const [name, list] of seconds) {
  const rate = rows / median(list);
  const ratio = median(list) / best;
  const found = lost.has(name) ? `, but found only ${lost.get(name)} rows` : '';
  console.log(`${name}: ${Math.round(rate).toLocaleString('en')} rows/s, ${ratio.toFixed(2)} times our time${found}`);
}
if (lost.has('roundtrip')) process.exitCode = 1;
