import { isDeepStrictEqual } from 'node:util';
import { parse } from 'csv-parse/sync';
import type { IndependentReader } from './independent-reader.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { type FuzzCase, fuzzCase, knownColumns } from './random-file.js';

/** The case of a seed fails: what was read, and how to read it again. */
export class FuzzFinding extends Error {
  override readonly name = 'FuzzFinding';

  constructor(
    seed: number,
    what: string,
    { kind, bytes, borders, limits }: FuzzCase,
    more: object = {},
    cause?: unknown,
  ) {
    const file = bytes.length > 2_000 ? `${bytes.length} bytes` : `base64 ${bytes.toString('base64')}`;
    super(
      [
        `${what}: npm run fuzz:csv -- --seed ${seed} --cases 1`,
        `${kind} file: ${file}`,
        `borders ${JSON.stringify(borders)}, limits ${JSON.stringify(limits)}`,
        ...Object.entries(more).map(([name, outcome]) => `${name}: ${JSON.stringify(outcome).slice(0, 1_000)}`),
      ].join('\n'),
      { cause },
    );
  }
}

/**
 * What must hold for any bytes: the same outcome however they are cut; no error but our coded ones; where no limit is met, what Python
 * makes of them; and of a file that is written by the book, what csv-parse makes of it.
 *
 * @returns how it ended: `records` or a code
 * @throws FuzzFinding
 */
export async function checkCase(seed: number, python: IndependentReader): Promise<string> {
  const file = fuzzCase(seed);
  const { bytes, borders, limits } = file;
  const read = async (at: readonly number[]): Promise<Outcome> => {
    try {
      return await outcomeOf(bytes, at, limits, knownColumns);
    } catch (cause) {
      throw new FuzzFinding(seed, 'An error that has no code', file, {}, cause);
    }
  };
  const whole = await read([]);
  const pieces = await read(borders);
  if (!isDeepStrictEqual(whole, pieces)) {
    throw new FuzzFinding(seed, 'The borders of chunks make a difference', file, { whole, pieces });
  }
  if (file.unlimited) {
    const theirs = await python.read(bytes, knownColumns);
    if (!agrees(whole, theirs)) throw new FuzzFinding(seed, 'Python reads it otherwise', file, { ours: whole, theirs });
  }
  if (file.unlimited && file.kind === 'proper') compareWithCsvParse(seed, file, whole);
  return 'code' in whole ? whole.code : 'records';
}

/** Bytes that are no text of their encoding have no records to compare: we may have stopped at an open quote before we met them. */
function agrees(ours: Outcome, theirs: Outcome): boolean {
  if ('code' in theirs && theirs.code === 'ENCODING_INVALID') {
    return 'code' in ours && ['ENCODING_INVALID', 'QUOTE_NOT_CLOSED'].includes(ours.code);
  }
  return isDeepStrictEqual(ours, theirs);
}

function compareWithCsvParse(seed: number, file: FuzzCase, ours: Outcome): void {
  if ('code' in ours) throw new FuzzFinding(seed, 'A file by the book is refused', file, { ours });
  // Node's own decoder takes it for Latin-1.
  if (ours.encoding === 'windows-1252') return;
  const all: string[][] = parse(new TextDecoder(ours.encoding).decode(file.bytes), {
    delimiter: ours.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
  });
  const theirs = all.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const cells = [ours.header, ...ours.records.map((record) => record.cells)];
  if (!isDeepStrictEqual(cells, theirs)) {
    throw new FuzzFinding(seed, 'csv-parse reads it otherwise', file, { ours: cells, theirs });
  }
}
