import { randomInt } from 'node:crypto';

/** Where a line stands. */
export interface LinePlace {
  /** From 1; 1 in a file of one part. */
  part: number;
  line: number;
}

/** A contact number has up to 20 characters: 60 bytes and a byte for the length are enough, and so are 20 of 4 bytes. */
const longestEntry = 1 + 80;
const none = -1;
/** Others that are looked up at most; a number may stand on a million lines. */
const lookedUpAtMost = 11;

const grown = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
};

/**
 * Finds contact numbers that stand on more than one line, for millions of lines without a JavaScript string for each: the numbers' bytes
 * lie in one buffer, an open-addressing hash table points into it, and lines of the same number are chained. About 30 bytes a line.
 */
export class DuplicateLines {
  /** Lines that share their number with another. */
  private repeated = 0;
  private rows = 0;

  /** Of each row: its line, its part, where its number starts in `bytes`, the next row of the same number. */
  private line = new Int32Array(1024);
  private part = new Int32Array(1024);
  private start = new Int32Array(1024);
  private next = new Int32Array(1024);

  private bytes = Buffer.allocUnsafe(16_384);
  private filled = 0;

  /** Slot → first row of a number; at most half full. */
  private table = new Int32Array(4096).fill(none);
  private numbers = 0;
  /** Unknown to whoever makes a file, so that nobody can make one whose numbers all fall into the same slot. */
  private readonly seed = randomInt(2 ** 32);

  add(contactNumber: string, { line, part }: LinePlace): void {
    const row = this.newRow(line, part);
    const start = this.write(contactNumber);
    const slot = this.find(start);
    const first = this.table[slot]!;
    if (first === none) {
      this.start[row] = start;
      this.filled = start + 1 + this.bytes[start]!;
      this.table[slot] = row;
      if (++this.numbers * 2 > this.table.length) this.enlargeTable();
      return;
    }
    // Known already: the bytes are not kept again, and the row goes in behind the first.
    this.start[row] = this.start[first]!;
    this.next[row] = this.next[first]!;
    this.next[first] = row;
    this.repeated++;
  }

  /** The other lines of the same number in the file's order, eleven of them at most. */
  othersOf(contactNumber: string, { line, part }: LinePlace): LinePlace[] {
    if (this.repeated === 0) return [];
    const first = this.table[this.find(this.write(contactNumber))]!;
    const others: LinePlace[] = [];
    for (let row = first; row !== none && others.length < lookedUpAtMost; row = this.next[row]!) {
      const place = { part: this.part[row]!, line: this.line[row]! };
      if (place.line !== line || place.part !== part) others.push(place);
    }
    return others.toSorted((a, b) => a.part - b.part || a.line - b.line);
  }

  private newRow(line: number, part: number): number {
    const row = this.rows++;
    if (row === this.line.length) {
      this.line = grown(this.line);
      this.part = grown(this.part);
      this.start = grown(this.start);
      this.next = grown(this.next);
    }
    this.line[row] = line;
    this.part[row] = part;
    this.next[row] = none;
    return row;
  }

  /** Behind what is filled, length first; kept only when `filled` is moved on. */
  private write(contactNumber: string): number {
    if (this.filled + longestEntry > this.bytes.length) {
      const larger = Buffer.allocUnsafe(this.bytes.length * 2);
      larger.set(this.bytes.subarray(0, this.filled));
      this.bytes = larger;
    }
    this.bytes[this.filled] = this.bytes.write(contactNumber, this.filled + 1);
    return this.filled;
  }

  /** The slot of the number that is written at `start`, or the free one where it belongs. */
  private find(start: number): number {
    const mask = this.table.length - 1;
    let slot = this.hash(start) & mask;
    for (;;) {
      const row = this.table[slot]!;
      if (row === none || this.isSame(this.start[row]!, start)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private isSame(a: number, b: number): boolean {
    const { bytes } = this;
    const length = bytes[a]!;
    for (let i = 0; i <= length; i++) if (bytes[a + i] !== bytes[b + i]) return false;
    return true;
  }

  /** FNV-1a with a seed, and the finalizer of MurmurHash3 so that the low bits are good. */
  private hash(start: number): number {
    const { bytes } = this;
    const end = start + 1 + bytes[start]!;
    let hash = this.seed;
    for (let i = start + 1; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  private enlargeTable(): void {
    const rows = this.table.filter((row) => row !== none);
    this.table = new Int32Array(this.table.length * 2).fill(none);
    for (const row of rows) this.table[this.find(this.start[row]!)] = row;
  }
}
