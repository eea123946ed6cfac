import { SpooledBytes } from './spooled-bytes.js';

const offsetBytes = 8;
/** Of those that are kept as strings: cells repeat a few short ones, as codes. */
const cachedTexts = 1 << 14;
const cachedBytes = 100;

/** The texts that cells share: as bytes with a table of where each begins, since as JavaScript strings they would not fit. */
export class SharedStrings {
  count = 0;
  private readonly texts: SpooledBytes;
  private readonly offsets: SpooledBytes;
  private readonly offset = Buffer.alloc(offsetBytes);
  private readonly cache: string[] = [];
  private readonly cachedIndex = new Float64Array(cachedTexts).fill(-1);

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
    const place = index % cachedTexts;
    return this.cachedIndex[place] === index ? this.cache[place] : this.read(index, place);
  }

  private read(index: number, place: number): string {
    const from = this.offsetOf(index);
    const to = index + 1 < this.count ? this.offsetOf(index + 1) : this.texts.length;
    if (to === from) return '';
    const text = this.texts.read(from, to - from).toString();
    if (to - from <= cachedBytes) {
      this.cachedIndex[place] = index;
      this.cache[place] = text;
    }
    return text;
  }

  close(): void {
    this.texts.close();
    this.offsets.close();
  }

  private offsetOf(index: number): number {
    return this.offsets.read(index * offsetBytes, offsetBytes).readDoubleLE();
  }
}
