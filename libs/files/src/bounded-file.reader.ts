import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { callbackify } from 'node:util';
import { RandomAccessReader } from 'yauzl';

const pieceBytes = 0x10000;

/**
 * A file for yauzl. Its own reader hands any place that a zip claims to `fs.read`, which throws for those beyond 2^53, in a callback,
 * where nobody can catch it: forty bytes of zip64 would end the process.
 */
export class BoundedFileReader extends RandomAccessReader {
  private constructor(
    private readonly file: FileHandle,
    readonly bytes: number,
  ) {
    super();
  }

  static async open(path: string): Promise<BoundedFileReader> {
    const file = await open(path);
    return new BoundedFileReader(file, (await file.stat()).size);
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    if (position + length > this.bytes) {
      setImmediate(callback, new Error('unexpected EOF'));
      return;
    }
    callbackify(async () => (await this.file.read(buffer, offset, length, position)).bytesRead)(callback);
  }

  /** Node's own stream closes the file when it is left before its end. */
  override createReadStream({ start, end }: { start: number; end: number }): Readable {
    return Readable.from(this.range(start, end), { objectMode: false });
  }

  private async *range(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end;) {
      const buffer = Buffer.allocUnsafe(Math.min(pieceBytes, end - at));
      const { bytesRead } = await this.file.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) throw new Error('unexpected EOF');
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  }

  override close(callback: (error: Error | null) => void): void {
    callbackify(() => this.file.close())(callback);
  }
}
