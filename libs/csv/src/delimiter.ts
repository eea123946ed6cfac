import { CsvError } from './csv.errors.js';
import { type CsvLimits, type CsvRecord, type Delimiter, RecordReader } from './record.reader.js';

export const delimiters: readonly Delimiter[] = [';', ',', '\t'];

/** The longest `sep=` line, quotes and CRLF included, is shorter. */
export const sepLineBytes = 16;

/** A first line `sep=;`, as Excel writes and reads it: not part of the table. */
export function readSepLine(head: Buffer): { delimiter: Delimiter; bytes: number } | undefined {
  const match = /^(?:sep=([,;\t])|"sep=([,;\t])")(?:\r\n|\r|\n|$)/i.exec(head.toString('latin1', 0, sepLineBytes));
  if (!match) return undefined;
  return { delimiter: (match[1] ?? match[2]) as Delimiter, bytes: match[0].length };
}

function afterLineBreak(bytes: Uint8Array, from: number): number {
  for (let i = from; i < bytes.length; i++) if (bytes[i] === 0x0a || bytes[i] === 0x0d) return i + 1;
  return bytes.length;
}

const endsWithLineBreak = (bytes: Uint8Array, end: number): boolean =>
  bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d;

/** Reads the header line as if one delimiter were the right one. */
export class HeaderProbe {
  private readonly reader: RecordReader;
  private bytesPassed = 0;
  header: string[] | undefined;
  problem: CsvError | undefined;

  constructor(
    readonly delimiter: Delimiter,
    private readonly limits: CsvLimits,
  ) {
    this.reader = new RecordReader(delimiter, limits);
  }

  get settled(): boolean {
    return this.header !== undefined || this.problem !== undefined;
  }

  /** The next piece of the file; line by line, so that what is wrong further down is not found before the header is judged. */
  read(piece: Uint8Array): void {
    for (let from = 0, to = 0; from < piece.length && !this.settled; from = to) {
      to = afterLineBreak(piece, from);
      this.take(() => this.reader.push(piece.subarray(from, to)));
      this.bytesPassed += to - from;
      if (endsWithLineBreak(piece, to)) this.requireHeader();
    }
  }

  /** Blank rows above the header are kept until the delimiter is decided: there may not be as many as anybody likes. */
  private requireHeader(): void {
    if (this.settled || this.bytesPassed <= this.limits.maxRecordBytes) return;
    const { blankLines } = this.reader;
    this.problem = new CsvError('FILE_EMPTY', `The first ${blankLines} rows have no text.`, blankLines);
  }

  end(): void {
    if (!this.settled) this.take(() => this.reader.end());
  }

  private take(records: () => CsvRecord[]): void {
    try {
      this.header = records()[0]?.cells;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      this.problem = error;
    }
  }
}

/** The most known columns win. Where nobody knows one: the delimiter with which the file is empty or cannot be read; else the most columns. */
export function bestProbe(probes: readonly HeaderProbe[], isKnownColumn: (cell: string) => boolean): HeaderProbe {
  const score = ({ header }: HeaderProbe): [number, number] =>
    header ? [header.filter(isKnownColumn).length, header.length] : [0, Infinity];
  return probes.toSorted((a, b) => {
    const [knownA, columnsA] = score(a);
    const [knownB, columnsB] = score(b);
    return knownB - knownA || (columnsB > columnsA ? 1 : columnsB < columnsA ? -1 : 0);
  })[0]!;
}
