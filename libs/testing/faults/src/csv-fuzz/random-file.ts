import { BOM, type CsvLimits } from '@roundtrip/csv';
import { type Random, randomOf } from '@roundtrip/demo';

/** Files as people, programs and enemies make them; the same for the same seed. */

export const knownColumns = ['CONTACT_NUMBER', 'EMAIL', '[old] A - Ä', '[new] A - Ä', '[new] B - "B"'];

export interface FuzzCase {
  /** Proper: written by the book, so that every reader has to agree. */
  kind: 'proper' | 'careless' | 'damaged' | 'soup' | 'bytes';
  bytes: Buffer;
  /** Where the bytes are cut. */
  borders: number[];
  limits: CsvLimits;
  /** The limits are beyond the file. */
  unlimited: boolean;
}

const wide: CsvLimits = { maxRecordBytes: 1 << 20, maxColumns: 2_000, maxRows: 100_000 };
const pieces = ['a', 'B', '7', ' ', 'é', '€', '😀', '\u0301', "'", '=', '|', '\t', ';', ',', '"', '\r', '\n', '\r\n'];
const rare = ['\0', '\x1a', '\x7f', '\u0085', '\u00a0', '\u2028', BOM, 'sep=;', '""', '\uffff', 'x'.repeat(70_000)];
const lineEnds = ['\r\n', '\n', '\r'];
const structural = [0x22, 0x2c, 0x3b, 0x09, 0x0a, 0x0d, 0x1a, 0x00, 0xef, 0xff, 0xfe, 0x80, 0xe9];

export function fuzzCase(seed: number): FuzzCase {
  const random = randomOf(seed, 0);
  const kind = random.pick(['proper', 'careless', 'damaged', 'damaged', 'soup', 'bytes'] as const);
  const bytes = bytesOf(kind, random);
  const unlimited = random.chance(0.6);
  const limits = unlimited
    ? wide
    : { maxRecordBytes: 1 + random.below(120), maxColumns: 1 + random.below(6), maxRows: random.below(5) };
  return { kind, bytes, borders: bordersOf(bytes.length, random), limits, unlimited };
}

function bytesOf(kind: FuzzCase['kind'], random: Random): Buffer {
  switch (kind) {
    case 'bytes':
      return Buffer.from(many(random, 300, () => random.below(256)));
    case 'soup':
      return encode(many(random, random.pick([3, 80]), () => piece(random, 0.05)).join(''), random);
    case 'damaged':
      return damage(table(random, random.chance(0.5)), random);
    default:
      return table(random, kind === 'proper');
  }
}

const many = <T>(random: Random, most: number, make: () => T): T[] =>
  Array.from({ length: random.below(most + 1) }, make);

const piece = (random: Random, ofRare: number): string =>
  random.chance(ofRare) && !random.chance(0.2) ? random.pick(rare) : random.pick(pieces);

function table(random: Random, proper: boolean): Buffer {
  const delimiter = random.pick([',', ';', '\t']);
  const lineEnd = random.pick(lineEnds);
  const mixed = random.chance(0.3);
  const header = knownColumns.slice(0, 1 + random.below(knownColumns.length));
  const rows = many(random, random.chance(0.02) ? 3_000 : 12, () => row(random, header.length, proper));
  const lines = [header, ...rows].map((cells) => cells.map((cell) => written(cell, delimiter, proper, random)));
  const end = (): string => (mixed ? random.pick(lineEnds) : lineEnd);
  const blank = (): string => (random.chance(0.05) ? delimiter.repeat(random.below(3)) + end() : '');
  let text = lines.map((cells) => blank() + cells.join(delimiter) + end()).join('');
  if (random.chance(0.2)) text = text.slice(0, -1);
  if (!proper && random.chance(0.1)) text = `sep=${random.pick([',', ';', '\t'])}${end()}${text}`;
  if (!proper && random.chance(0.1)) text += '\x1a'.repeat(1 + random.below(3));
  return encode(text, random);
}

function row(random: Random, columns: number, proper: boolean): string[] {
  const width = proper || random.chance(0.8) ? columns : random.below(columns + 3);
  return Array.from({ length: width }, () => many(random, 6, () => piece(random, proper ? 0 : 0.01)).join(''));
}

/** Quoted where it must be; where it need not, by chance; careless ones, by chance only. */
function written(cell: string, delimiter: string, proper: boolean, random: Random): string {
  const quotes = proper ? /["\r\n]/.test(cell) || cell.includes(delimiter) || random.chance(0.2) : random.chance(0.7);
  return quotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function encode(text: string, random: Random): Buffer {
  const utf16 = (): Buffer => Buffer.from(BOM + text, 'utf16le');
  return random.pick([
    () => Buffer.from(text),
    () => Buffer.from(BOM + text),
    () => utf16(),
    () => utf16().swap16(),
    () => Buffer.from(text.replaceAll('€', '\x80').replaceAll(/[^\0-\xff]/gu, '\xe9'), 'latin1'),
  ])();
}

/** One to four accidents: bytes changed, lost, doubled, put in; the end cut off. */
function damage(file: Buffer, random: Random): Buffer {
  let bytes = [...file.subarray(0, 5_000)];
  for (let times = 1 + random.below(4); times > 0; times--) {
    const at = random.below(bytes.length + 1);
    const count = 1 + random.below(4);
    const some = (): number => (random.chance(0.7) ? random.pick(structural) : random.below(256));
    random.pick([
      () => void bytes.splice(at, 1, some()),
      () => void bytes.splice(at, count),
      () => void bytes.splice(at, 0, ...bytes.slice(at, at + count)),
      () => void bytes.splice(at, 0, some()),
      () => void (bytes = bytes.slice(0, at)),
    ])();
  }
  return Buffer.from(bytes);
}

function bordersOf(length: number, random: Random): number[] {
  if (length < 2_000 && random.chance(0.2)) return Array.from({ length }, (_, index) => index + 1);
  return many(random, 12, () => random.below(length + 1)).toSorted((a, b) => a - b);
}
