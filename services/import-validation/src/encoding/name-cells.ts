import type { FileColumn } from '../header/file-columns.js';
import { isBeyondAscii } from './is-beyond-ascii.js';

export type NameField = 'lastName' | 'firstName';

/** A name that the file carries, as Windows-1252 reads it, and whose it is. */
export interface NameCell {
  contactNumber: string;
  field: NameField;
  text: string;
}

const cellsAtMost = 1_000;
const columnNames: Readonly<Record<NameField, string>> = { lastName: 'LAST_NAME', firstName: 'FIRST_NAME' };

/** The name cells with letters beyond ASCII: up to 1,000, evenly from the whole file however long it is, and always the same ones. */
export class NameCells {
  private kept: NameCell[] = [];
  private found = 0;
  private step = 1;
  private readonly places: readonly { field: NameField; index: number }[];

  /** @param columns by the order of the cells that are given later */
  constructor(columns: readonly FileColumn[]) {
    this.places = (['lastName', 'firstName'] as const).flatMap((field) => {
      const column = columns.find(({ role, key }) => role === 'plain' && key === columnNames[field]);
      return column ? [{ field, index: column.index }] : [];
    });
  }

  add(contactNumber: string, cells: readonly string[]): void {
    for (const { field, index } of this.places) {
      const text = cells[index] ?? '';
      if (text === '' || !isBeyondAscii(text)) continue;
      if (this.found++ % this.step !== 0) continue;
      this.kept.push({ contactNumber, field, text });
      if (this.kept.length > cellsAtMost) this.thinOut();
    }
  }

  list(): readonly NameCell[] {
    return this.kept;
  }

  private thinOut(): void {
    this.kept = this.kept.filter((_, at) => at % 2 === 0);
    this.step *= 2;
  }
}
