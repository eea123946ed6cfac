import { isUtf8 } from 'node:buffer';
import { CsvError } from './csv.errors.js';
import type { OlderEncoding } from './older-encodings.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | OlderEncoding;

export interface DetectedEncoding {
  encoding: Encoding;
  /** The file says so itself, by a byte order mark. */
  bom: boolean;
  /** The bytes are not UTF-8: Windows-1252, or any other of the older encodings. */
  assumed: boolean;
  bytes: number;
}

/** How many bytes at the end begin a UTF-8 character without finishing it (0–3). */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Every other byte is NUL: UTF-16 that does not say so. */
function looksLikeUtf16(head: Uint8Array): boolean {
  let nulls = 0;
  for (const byte of head) if (byte === 0) nulls++;
  return head.length >= 4 && nulls > head.length / 3;
}

function byteOrderMark(head: Uint8Array): Encoding | undefined {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const utf32 = (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
  if (utf32) throw new CsvError('ENCODING_INVALID', 'The file is UTF-32.');
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * Reads the whole stream once. A byte order mark decides; else UTF-8 when every byte fits, else Windows-1252 (`assumed`).
 *
 * @throws CsvError ENCODING_INVALID for UTF-32, and for UTF-16 without a byte order mark
 */
export async function detectEncoding(chunks: AsyncIterable<Uint8Array>): Promise<DetectedEncoding> {
  let head: Uint8Array = Buffer.alloc(0);
  let tail: Uint8Array = Buffer.alloc(0);
  let utf8 = true;
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (head.length < 512) head = Buffer.concat([head, chunk.subarray(0, 512 - head.length)]);
    if (!utf8) continue;
    const text = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
    const whole = text.length - unfinished(text);
    utf8 = isUtf8(text.subarray(0, whole));
    tail = Buffer.from(text.subarray(whole));
  }
  const marked = byteOrderMark(head);
  if (marked) return { encoding: marked, bom: true, assumed: false, bytes };
  if (looksLikeUtf16(head)) throw new CsvError('ENCODING_INVALID', 'The file is UTF-16 without a byte order mark.');
  return utf8 && tail.length === 0
    ? { encoding: 'utf-8', bom: false, assumed: false, bytes }
    : { encoding: 'windows-1252', bom: false, assumed: true, bytes };
}
