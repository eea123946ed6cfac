import { SpooledBytes } from './spooled-bytes.js';

const offsetBytes = 8;

/** The texts that cells share: as bytes with a table of where each begins, since as JavaScript strings they would not fit. */
export class SharedStrings {
  count = 0;
  private readonly texts: SpooledBytes;
  private readonly offsets: SpooledBytes;
  private readonly offset = Buffer.alloc(offsetBytes);

  /** @param spoolPath how the files begin that take what does not fit into memory */
  constructor(spoolPath: string, bytesInMemory: number) {
    this.texts = new SpooledBytes(`${spoolPath}-texts`, bytesInMemory / 2);
    this.offsets = new SpooledBytes(`${spoolPath}-offsets`, bytesInMemory / 2);
  }

  add(text: string): void {
    this.offset.writeDoubleLE(this.texts.length);
    this.offsets.append(this.offset);
    this.texts.append(Buffer.from(text));
    this.count++;
  }

  /** @returns undefined when there is no such text */
  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined;
    const from = this.offsetOf(index);
    const to = index + 1 < this.count ? this.offsetOf(index + 1) : this.texts.length;
    return to === from ? '' : this.texts.read(from, to - from).toString();
  }

  close(): void {
    this.texts.close();
    this.offsets.close();
  }

  private offsetOf(index: number): number {
    return this.offsets.read(index * offsetBytes, offsetBytes).readDoubleLE();
  }
}
