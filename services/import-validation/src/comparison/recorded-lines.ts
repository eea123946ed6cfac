import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { type TemplateLinesHead, templateLineBytes, templateLinesHead } from '@roundtrip/contracts';
import { NumberIndex } from './number-index.js';

/** What is read ahead of a file whose lines stand as in the template. */
const windowBytes = 64 * 1024;
/** More columns than an import may have are not written. */
const longestHead = 1024 * 1024;

/** It was not written by template-export as it is. */
export class BrokenRecord extends Error {}

/** What a template held, as it was noted beside it. */
export interface TemplateLines {
  readonly head: TemplateLinesHead;
  readonly lines: number;
  /** The line of a contact number, from 0; -1 when the template has none. */
  find(number: readonly [number, number]): number;
  /** The prints of a line's columns, valid until the next call. */
  prints(line: number): Int32Array;
}

/** The record lies in a file: of a million lines and five hundred fields it has two gigabytes. Only the numbers are in memory. */
export class RecordedLines implements TemplateLines {
  private readonly window = Buffer.alloc(windowBytes);
  private windowLine = 0;
  private windowLines = 0;
  private readonly current: Int32Array;
  private readonly lineBytes: number;

  private constructor(
    private readonly file: number,
    readonly head: TemplateLinesHead,
    private readonly index: NumberIndex,
    readonly lines: number,
    private readonly headBytes: number,
  ) {
    this.lineBytes = templateLineBytes(head.columns.length);
    this.current = new Int32Array(head.columns.length);
  }

  /**
   * Writes a record to a file, and learns where which number stands.
   *
   * @param path of a file that is the caller's to remove
   * @param maxLines more are not held in memory
   * @throws BrokenRecord when it is none; @returns undefined when it has more lines
   */
  static async spool(
    content: AsyncIterable<Buffer>,
    sizeBytes: number,
    path: string,
    maxLines: number,
  ): Promise<RecordedLines | undefined> {
    const file = await open(path, 'wx', 0o600);
    let head: { said: TemplateLinesHead; bytes: number } | undefined;
    let index: NumberIndex | undefined;
    let lines = 0;
    let rest: Buffer = Buffer.alloc(0);
    try {
      for await (const chunk of content) {
        await file.write(chunk);
        rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        if (!head) {
          head = headOf(rest);
          if (!head) continue;
          rest = rest.subarray(head.bytes);
          lines = (sizeBytes - head.bytes) / templateLineBytes(head.said.columns.length);
          if (!Number.isInteger(lines)) throw new BrokenRecord('The record of a template does not end with a line');
          if (lines > maxLines) return undefined;
          index = new NumberIndex(lines);
        }
        const lineBytes = templateLineBytes(head.said.columns.length);
        const whole = rest.length - (rest.length % lineBytes);
        for (let at = 0; at < whole; at += lineBytes) index!.add(rest.readInt32LE(at), rest.readInt32LE(at + 4));
        rest = rest.subarray(whole);
      }
    } finally {
      await file.close();
    }
    if (!head || !index || rest.length > 0) throw new BrokenRecord('The record of a template is not whole');
    return new RecordedLines(openSync(path, 'r'), head.said, index, lines, head.bytes);
  }

  find(number: readonly [number, number]): number {
    return this.index.find(number);
  }

  prints(line: number): Int32Array {
    const perWindow = Math.floor(windowBytes / this.lineBytes);
    const { windowLine, windowLines } = this;
    if (line < windowLine || line >= windowLine + windowLines) {
      // A line that is far away is read alone: the file may stand in any other order.
      const isNear = line >= windowLine && line < windowLine + 2 * perWindow;
      this.load(line, isNear ? Math.max(1, perWindow) : 1);
    }
    const at = (line - this.windowLine) * this.lineBytes + 8;
    for (let column = 0; column < this.current.length; column++) {
      this.current[column] = this.bytes.readInt32LE(at + 4 * column);
    }
    return this.current;
  }

  close(): void {
    closeSync(this.file);
  }

  private bytes: Buffer = this.window;

  private load(line: number, count: number): void {
    const lines = Math.min(count, this.lines - line);
    const wanted = lines * this.lineBytes;
    if (wanted > this.bytes.length) this.bytes = Buffer.alloc(wanted);
    const read = readSync(this.file, this.bytes, 0, wanted, this.headBytes + line * this.lineBytes);
    if (read < wanted) throw new BrokenRecord('The record of a template is shorter than it was');
    this.windowLine = line;
    this.windowLines = lines;
  }
}

function headOf(bytes: Buffer): { said: TemplateLinesHead; bytes: number } | undefined {
  if (bytes.length < 4) return undefined;
  const length = bytes.readUInt32LE(0);
  if (length > longestHead) throw new BrokenRecord('The record of a template has no head');
  if (bytes.length < 4 + length) return undefined;
  try {
    const said = templateLinesHead.parse(JSON.parse(bytes.subarray(4, 4 + length).toString()));
    return { said, bytes: 4 + length };
  } catch (error) {
    throw new BrokenRecord('The record of a template has another head', { cause: error });
  }
}
