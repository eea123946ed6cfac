import type { TableRecord } from './part.reader.js';

/**
 * Excel writes a .csv in blocks of 16 rows, and of each block it leaves out the columns at the right in which no row of that block has
 * anything: all rows of a block are equally short (Microsoft's article 77295, “Column delimiters are missing in an Excel spreadsheet that is
 * saved as text”). In a template whose last `[new]` columns are untouched that is most rows.
 *
 * Such rows are read as they are meant. A row that is short in any other way stays as it is, and is refused for its width: whether its
 * blank cells or others are missing cannot be told, and a cell must never be taken for its neighbour's. So there is no help for programs
 * that cut each row behind its last filled cell.
 */
const blockRows = 16;
/** Nobody breaks so many rows in a row by hand, all in the same way. After one such block, smaller ones are believed, too: the last. */
const convincingRows = 8;

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';

class ExcelBlocks {
  private block = -1;
  /** The rows of the block as long as they are equally short, else what was found does not wait any longer. */
  private waiting: TableRecord[] | undefined;
  private convinced = false;
  /** The block with the header is as wide as the header, else it was not Excel that wrote the file. */
  private possible = true;

  constructor(private readonly width: number) {}

  /** @returns the rows about which it is certain how they are meant, in order */
  take(records: readonly TableRecord[]): TableRecord[] {
    const certain: TableRecord[] = [];
    for (const record of records) {
      const block = Math.floor((record.line - 1) / blockRows);
      if (block !== this.block) {
        certain.push(...this.end());
        this.block = block;
        this.waiting = this.possible && block > 0 ? [] : undefined;
      }
      this.place(record, certain);
    }
    return certain;
  }

  /** The rows of the last block. */
  end(): TableRecord[] {
    const rows = this.waiting ?? [];
    this.waiting = undefined;
    if (rows.length === 0 || !this.isExcels(rows)) return rows;
    this.convinced = true;
    return rows.map(({ line, cells }) => ({ line, cells: this.filledUp(cells) }));
  }

  private place(record: TableRecord, certain: TableRecord[]): void {
    const { length } = record.cells;
    if (this.block === 0 && length < this.width) this.possible = false;
    if (this.waiting && length < this.width && length === (this.waiting[0] ?? record).cells.length) {
      this.waiting.push(record);
      return;
    }
    if (this.waiting) certain.push(...this.waiting);
    this.waiting = undefined;
    certain.push(record);
  }

  /** What Excel leaves in has something in its last column. */
  private isExcels(rows: readonly TableRecord[]): boolean {
    return (this.convinced || rows.length >= convincingRows) && rows.some(({ cells }) => isFilled(cells.at(-1)));
  }

  private filledUp(cells: readonly string[]): string[] {
    return [...cells, ...Array.from({ length: this.width - cells.length }, () => '')];
  }
}

/** @param width cells of a whole row */
export async function* withTrailingBlanks(
  batches: AsyncIterable<TableRecord[]>,
  width: number,
): AsyncGenerator<TableRecord[]> {
  const blocks = new ExcelBlocks(width);
  for await (const records of batches) yield blocks.take(records);
  yield blocks.end();
}
