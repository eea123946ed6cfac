const none = -1;

/**
 * Finds the line of a template by the print of its contact number: open addressing over 64 bits each, so that nothing is held as text.
 * 16 bytes a line to 24, by how full the table is.
 */
export class NumberIndex {
  private readonly prints: Int32Array;
  /** Slot → line; at most half full. */
  private readonly table: Int32Array;
  private filled = 0;

  /** @param lines how many there will be */
  constructor(lines: number) {
    this.prints = new Int32Array(2 * lines);
    this.table = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(8, 2 * lines)))).fill(none);
  }

  /** Lines are added in order, from 0. */
  add(first: number, second: number): void {
    const line = this.filled++;
    this.prints[2 * line] = first;
    this.prints[2 * line + 1] = second;
    const slot = this.slotOf(first, second);
    if (this.table[slot] === none) this.table[slot] = line;
  }

  /** -1 when there is none. */
  find([first, second]: readonly [number, number]): number {
    return this.table[this.slotOf(first, second)]!;
  }

  private slotOf(first: number, second: number): number {
    const mask = this.table.length - 1;
    for (let slot = first & mask; ; slot = (slot + 1) & mask) {
      const line = this.table[slot]!;
      if (line === none || (this.prints[2 * line] === first && this.prints[2 * line + 1] === second)) return slot;
    }
  }
}
