import { CsvError } from './csv.errors.js';
import { bestProbe, delimiters, HeaderProbe, readSepLine, sepLineBytes } from './delimiter.js';
import type { Encoding } from './encoding.js';
import { type CsvLimits, type CsvRecord, type Delimiter, RecordReader } from './record.reader.js';
import { toUtf8 } from './to-utf8.js';

const pieceBytes = 0x10000;

export interface CsvOptions {
  encoding: Encoding;
  limits: CsvLimits;
  /** Decides about the delimiter: the one that gives the most known columns. */
  isKnownColumn: (cell: string) => boolean;
  /** Of an older encoding, by the time that the file is read: of each byte from 0x80 on that occurs, its place is 1. */
  bytesSeen?: Uint8Array | undefined;
}

export interface CsvFile {
  header: string[];
  delimiter: Delimiter;
  /** The records below the header in order, blank ones left out; at most what 64 KiB of the file hold at a time. Read once. */
  batches: AsyncIterable<CsvRecord[]>;
  /** So far. */
  blankLines(): number;
  /** Lets go of the source, for those who do not read `batches`. */
  close(): Promise<void>;
}

async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += pieceBytes) yield chunk.subarray(from, from + pieceBytes);
  }
}

/**
 * Reads the header at once and the rest as it is asked for. The first record that has text is the header; on it the delimiter is
 * decided, once, unless a first line `sep=` has.
 *
 * @throws CsvError here for the header, from `batches` for what follows
 */
export async function readCsv(chunks: AsyncIterable<Uint8Array>, options: CsvOptions): Promise<CsvFile> {
  const source = inPieces(toUtf8(chunks, options.encoding, options.bytesSeen));
  try {
    return await openCsv(source, options);
  } catch (error) {
    await source.return(undefined);
    throw error;
  }
}

async function openCsv(source: AsyncGenerator<Uint8Array>, { limits, isKnownColumn }: CsvOptions): Promise<CsvFile> {
  const pieces: Uint8Array[] = [];
  const next = async (): Promise<Uint8Array | undefined> => {
    const result = await source.next();
    return result.done ? undefined : result.value;
  };

  let head: Buffer = Buffer.alloc(0);
  let piece: Uint8Array | undefined;
  while (head.length < sepLineBytes && (piece = await next())) head = Buffer.concat([head, piece]);
  const sep = readSepLine(head);
  piece = head.subarray(sep?.bytes ?? 0);

  const probes = (sep ? [sep.delimiter] : delimiters).map((delimiter) => new HeaderProbe(delimiter, limits));
  while (piece) {
    pieces.push(piece);
    for (const probe of probes) probe.read(piece);
    if (probes.every((probe) => probe.settled)) break;
    piece = await next();
  }
  if (!piece) for (const probe of probes) probe.end();
  const best = bestProbe(probes, isKnownColumn);
  if (best.problem) throw best.problem;
  if (!best.header) throw new CsvError('FILE_EMPTY', 'The file has no text.');

  const reader = new RecordReader(best.delimiter, limits);
  return {
    header: best.header,
    delimiter: best.delimiter,
    batches: batchesOf(reader, pieces, source),
    blankLines: () => reader.blankLines,
    close: async () => void (await source.return(undefined)),
  };
}

async function* batchesOf(
  reader: RecordReader,
  pieces: readonly Uint8Array[],
  source: AsyncGenerator<Uint8Array>,
): AsyncGenerator<CsvRecord[]> {
  let header = true;
  const belowHeader = (records: CsvRecord[]): CsvRecord[] => {
    if (header && records.length > 0) {
      header = false;
      return records.slice(1);
    }
    return records;
  };
  try {
    for (const piece of pieces) {
      const records = belowHeader(reader.push(piece));
      if (records.length > 0) yield records;
    }
    for await (const piece of source) {
      const records = belowHeader(reader.push(piece));
      if (records.length > 0) yield records;
    }
    const records = belowHeader(reader.end());
    if (records.length > 0) yield records;
  } finally {
    await source.return(undefined);
  }
}
