import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const pageBytes = 0x10000;
/** Pages of the file that stay in memory: texts are asked for in the order in which they were written, more or less. */
const cachedPages = 64;

/** Bytes that only grow: in memory up to a limit, in a file beyond it. */
export class SpooledBytes {
  length = 0;
  private readonly pages: Buffer[] = [];
  private page = Buffer.allocUnsafe(pageBytes);
  private file: number | undefined;
  private readonly cache = new Map<number, Buffer>();
  private readonly pagesInMemory: number;

  /** @param path of the file, which is made only when it is needed; whose folder it is removes it */
  constructor(
    private readonly path: string,
    bytesInMemory: number,
  ) {
    this.pagesInMemory = Math.max(1, Math.floor(bytesInMemory / pageBytes));
  }

  append(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;) {
      const at = this.length % pageBytes;
      const piece = bytes.subarray(from, from + pageBytes - at);
      this.page.set(piece, at);
      this.length += piece.length;
      from += piece.length;
      if (this.length % pageBytes === 0) this.keepPage();
    }
  }

  /** @param length at least 1 */
  read(from: number, length: number): Buffer {
    const at = from % pageBytes;
    const page = this.pageAt((from - at) / pageBytes);
    if (at + length <= pageBytes) return page.subarray(at, at + length);
    const bytes = Buffer.allocUnsafe(length);
    let copied = page.copy(bytes, 0, at);
    while (copied < length) copied += this.pageAt((from + copied) / pageBytes).copy(bytes, copied);
    return bytes;
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }

  private keepPage(): void {
    if (this.pages.length < this.pagesInMemory) {
      this.pages.push(this.page);
      this.page = Buffer.allocUnsafe(pageBytes);
      return;
    }
    this.file ??= openSync(this.path, 'wx+', 0o600);
    writeSync(this.file, this.page, 0, pageBytes, this.length - pageBytes - this.pagesInMemory * pageBytes);
  }

  private pageAt(index: number): Buffer {
    if (index * pageBytes + pageBytes > this.length) return this.page;
    return this.pages[index] ?? this.cache.get(index) ?? this.readPage(index);
  }

  private readPage(index: number): Buffer {
    const [oldest] = this.cache.keys();
    const page = Buffer.allocUnsafe(pageBytes);
    if (this.cache.size >= cachedPages && oldest !== undefined) this.cache.delete(oldest);
    readSync(this.file!, page, 0, pageBytes, (index - this.pagesInMemory) * pageBytes);
    this.cache.set(index, page);
    return page;
  }
}
