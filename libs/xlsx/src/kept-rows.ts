import type { SheetRow } from './sheet.reader.js';
import { SpooledBytes } from './spooled-bytes.js';

const bytesInMemory = 4 << 20;

/** Rows that were read once, for further readings: to unpack their XML and take it apart again takes longer than to parse this. Close it. */
export class KeptRows {
  private readonly bytes: SpooledBytes;
  private readonly lengths: number[] = [];

  /** @param path of the file that takes what does not fit into memory; whose folder it is removes it */
  constructor(path: string) {
    this.bytes = new SpooledBytes(path, bytesInMemory);
  }

  add(rows: readonly SheetRow[]): void {
    const bytes = Buffer.from(JSON.stringify(rows));
    this.lengths.push(bytes.length);
    this.bytes.append(bytes);
  }

  /** As they came. */
  async *batches(): AsyncGenerator<SheetRow[]> {
    let from = 0;
    for (const length of this.lengths) {
      yield JSON.parse(this.bytes.read(from, length).toString()) as SheetRow[];
      from += length;
    }
  }

  close(): void {
    this.bytes.close();
  }
}
