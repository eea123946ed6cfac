import { isUtf8 } from 'node:buffer';
import { CsvError } from './csv.errors.js';

export type Delimiter = ',' | ';' | '\t';

export interface CsvRecord {
  /** Row as a spreadsheet shows it: header = 1; blank rows count, line breaks inside quotes do not. */
  line: number;
  cells: string[];
}

export interface CsvLimits {
  /** Bytes of one record as UTF-8, quotes included. */
  maxRecordBytes: number;
  maxColumns: number;
  /** Data rows: neither the header nor blank rows count. */
  maxRows: number;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const controlZ = 0x1a;
const quote = 0x22;

/** Where the scan stands. */
const atCellStart = 0;
const inText = 1;
const inQuotes = 2;
const afterQuote = 3;

/** What a byte outside quotes is. */
const ordinary = 0;
const nonAscii = 1;
const structural = 2;

/** How a cell is written. */
const plain = 0;
const quoted = 1;
const quotedIntricate = 2;

/** A quoted cell with doubled quotes, or with text behind its closing quote; spreadsheets take that text literally, and so do we. */
function unquote(cell: string): string {
  let text = '';
  let from = 1;
  for (;;) {
    const end = cell.indexOf('"', from);
    if (cell[end + 1] !== '"') return text + cell.slice(from, end) + cell.slice(end + 1);
    text += cell.slice(from, end + 1);
    from = end + 2;
  }
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/**
 * UTF-8 bytes → records (RFC 4180, and what real files do otherwise: LF, CR and mixed line ends, stray quotes as literal text). One pass
 * over the bytes that can stop anywhere: the same bytes give the same records however they are cut into chunks, in linear time.
 */
export class RecordReader {
  blankLines = 0;
  private bytes = Buffer.allocUnsafe(0x20000);
  private filled = 0;
  private at = 0;
  private recordStart = 0;
  private mode = atCellStart;
  private skipLineFeed = false;
  private line = 0;
  private rows = 0;

  /** Of the record that is being read: its cells as triples (from, to, how written), in UTF-16 units from the record's start. */
  private readonly bounds: number[] = [];
  private count = 0;
  private cellStart = 0;
  private shape = plain;
  /** Bytes minus UTF-16 units so far. */
  private drift = 0;
  private ascii = true;

  private readonly kinds = new Uint8Array(256).fill(nonAscii, 0x80);
  private readonly separator: number;

  constructor(
    private readonly delimiter: Delimiter,
    private readonly limits: CsvLimits,
  ) {
    this.separator = delimiter.charCodeAt(0);
    for (const byte of [this.separator, lineFeed, carriageReturn]) this.kinds[byte] = structural;
  }

  /** @throws CsvError */
  push(chunk: Uint8Array): CsvRecord[] {
    this.append(chunk);
    const records: CsvRecord[] = [];
    this.scan(records);
    if (this.filled - this.recordStart > this.limits.maxRecordBytes) throw this.tooLarge();
    return records;
  }

  /** The end of the file: the last record when no line end follows it. @throws CsvError */
  end(): CsvRecord[] {
    if (this.mode === inQuotes) throw this.notClosed('nothing closes it up to the end of the file');
    while (this.filled > this.recordStart && this.bytes[this.filled - 1] === controlZ) this.filled--;
    const records: CsvRecord[] = [];
    if (this.filled === this.recordStart) return records;
    const end = this.filled - this.recordStart - this.drift;
    if (this.mode === atCellStart) this.startCell(end);
    this.endCell(end);
    this.endRecord(this.filled, records);
    return records;
  }

  /** Room is made by moving the unfinished record to the front, or by doubling: every byte is moved a bounded number of times. */
  private append(chunk: Uint8Array): void {
    if (this.filled + chunk.length > this.bytes.length) {
      const pending = this.bytes.subarray(this.recordStart, this.filled);
      const needed = pending.length + chunk.length;
      if (needed * 2 > this.bytes.length) this.bytes = Buffer.allocUnsafe(Math.max(needed, this.bytes.length) * 2);
      this.bytes.set(pending);
      this.at -= this.recordStart;
      this.filled = pending.length;
      this.recordStart = 0;
    }
    this.bytes.set(chunk, this.filled);
    this.filled += chunk.length;
  }

  private scan(records: CsvRecord[]): void {
    const { bytes, kinds, filled: end } = this;
    let i = this.at;
    while (i < end) {
      if (this.mode === atCellStart) {
        if (this.skipLineFeed) {
          this.skipLineFeed = false;
          if (bytes[i] === lineFeed) {
            this.recordStart = ++i;
            continue;
          }
        }
        this.startCell(i - this.recordStart - this.drift);
        this.mode = inText;
        if (bytes[i] === quote) {
          this.shape = quoted;
          this.mode = inQuotes;
          i++;
        }
      }
      if (this.mode === inQuotes) {
        for (; i < end && bytes[i] !== quote; i++) if (bytes[i]! >= 0x80) this.countNonAscii(bytes[i]!);
        if (i === end) break;
        i++;
        this.mode = afterQuote;
        if (i === end) break;
      }
      if (this.mode === afterQuote) {
        if (kinds[bytes[i]!] !== structural) this.shape = quotedIntricate;
        if (bytes[i] === quote) {
          this.mode = inQuotes;
          i++;
          continue;
        }
        this.mode = inText;
      }
      let kind = ordinary;
      while (i < end && (kind = kinds[bytes[i]!]!) !== structural) {
        if (kind === nonAscii) this.countNonAscii(bytes[i]!);
        i++;
      }
      if (i === end) break;
      this.endCell(i - this.recordStart - this.drift);
      const byte = bytes[i++];
      this.mode = atCellStart;
      if (byte !== this.separator) {
        this.endRecord(i - 1, records);
        this.skipLineFeed = byte === carriageReturn;
        this.recordStart = i;
      }
    }
    this.at = i;
  }

  /** UTF-8 of n bytes is one UTF-16 unit, of 4 bytes two. */
  private countNonAscii(byte: number): void {
    this.ascii = false;
    if (byte < 0xc0) this.drift++;
    else if (byte >= 0xf0) this.drift--;
  }

  private startCell(from: number): void {
    this.cellStart = from;
    this.shape = plain;
  }

  private endCell(to: number): void {
    if (to + this.drift > this.limits.maxRecordBytes) throw this.tooLarge();
    const at = this.count * 3;
    this.bounds[at] = this.cellStart;
    this.bounds[at + 1] = to;
    this.bounds[at + 2] = this.shape;
    if (++this.count > this.limits.maxColumns) {
      throw new CsvError('TOO_MANY_COLUMNS', `A row has more than ${this.limits.maxColumns} columns.`, this.line + 1);
    }
  }

  private endRecord(end: number, records: CsvRecord[]): void {
    this.line++;
    const cells = this.cells(end);
    this.count = 0;
    this.drift = 0;
    this.ascii = true;
    if (cells[0]!.trim() === '' && isBlank(cells)) {
      this.blankLines++;
      return;
    }
    if (++this.rows > this.limits.maxRows + 1) {
      throw new CsvError('TOO_MANY_ROWS', `There are more than ${this.limits.maxRows} rows.`, this.line);
    }
    records.push({ line: this.line, cells });
  }

  private cells(end: number): string[] {
    const { bytes, bounds, recordStart } = this;
    if (!this.ascii && !isUtf8(bytes.subarray(recordStart, end))) {
      throw new CsvError('ENCODING_INVALID', 'The file says that it is UTF-8, but not all of it is.', this.line);
    }
    const text = bytes.toString(this.ascii ? 'latin1' : 'utf8', recordStart, end);
    const cells: string[] = [];
    for (let cell = 0, at = 0; cell < this.count; cell++, at += 3) {
      const from = bounds[at]!;
      const to = bounds[at + 1]!;
      const shape = bounds[at + 2];
      if (shape === plain) cells.push(text.slice(from, to));
      else if (shape === quoted) cells.push(text.slice(from + 1, to - 1));
      else cells.push(unquote(text.slice(from, to)));
    }
    return cells;
  }

  private notClosed(why: string): CsvError {
    return new CsvError('QUOTE_NOT_CLOSED', `A quotation mark opens a cell, and ${why}.`, this.line + 1);
  }

  /**
   * An open quote that swallows line after line is a quote that was forgotten, not a record that is meant to be so long. Decided at the
   * byte where the limit is, wherever the chunks end.
   */
  private tooLarge(): CsvError {
    const { maxRecordBytes } = this.limits;
    const record = this.bytes.subarray(this.recordStart, this.recordStart + maxRecordBytes);
    const again = new RecordReader(this.delimiter, { ...this.limits, maxRecordBytes: Infinity });
    again.push(record);
    const swallows = again.mode === inQuotes && (record.includes(lineFeed) || record.includes(carriageReturn));
    return swallows
      ? this.notClosed(`nothing closes it within ${maxRecordBytes} bytes`)
      : new CsvError('RECORD_TOO_LARGE', `A row is longer than ${maxRecordBytes} bytes.`, this.line + 1);
  }
}
