import { CsvError } from './csv.errors.js';
import type { Encoding } from './encoding.js';
import { fromOlder } from './older-encodings.js';

/** Each chunk is decoded by itself, so that what stands before a fault is read first, wherever the chunks end. */
async function* fromUtf16(
  chunks: AsyncIterable<Uint8Array>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let rest: Uint8Array = Buffer.alloc(0);
  let mark = true;
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.subarray(0, wholeUtf16(bytes, encoding));
    rest = Buffer.from(bytes.subarray(whole.length));
    const text = mark ? whole.subarray(2) : whole;
    mark &&= whole.length === 0;
    try {
      yield Buffer.from(decoder.decode(text));
    } catch {
      yield Buffer.from(soundUtf16(text, encoding));
      throw notUtf16(encoding);
    }
  }
  if (rest.length > 0) throw notUtf16(encoding);
}

const notUtf16 = (encoding: string): CsvError =>
  new CsvError('ENCODING_INVALID', `The file says that it is ${encoding.toUpperCase()}, but not all of it is.`);

/** How many bytes at the front neither end inside a unit nor between the two of a surrogate pair. */
function wholeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number {
  const whole = bytes.length - (bytes.length % 2);
  const high = bytes[encoding === 'utf-16le' ? whole - 1 : whole - 2] ?? 0;
  return high >= 0xd8 && high <= 0xdb ? whole - 2 : whole;
}

/** The text in front of the first surrogate that stands alone. */
function soundUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  const copy = Buffer.from(bytes);
  const text = (encoding === 'utf-16le' ? copy : copy.swap16()).toString('utf16le');
  return text.slice(0, text.search(/\p{Surrogate}/u));
}

/**
 * The same text as UTF-8 bytes, without its byte order mark. UTF-8 itself is passed on as it is: the reader validates it as it goes.
 *
 * @param bytesSeen of an older encoding: of each byte from 0x80 on that occurs, its place is set to 1
 */
export async function* toUtf8(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  bytesSeen?: Uint8Array,
): AsyncGenerator<Uint8Array> {
  switch (encoding) {
    case 'utf-8':
      yield* withoutMark(chunks);
      return;
    case 'utf-16le':
    case 'utf-16be':
      yield* fromUtf16(chunks, encoding);
      return;
    default:
      yield* fromOlder(chunks, encoding, bytesSeen);
  }
}

async function* withoutMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (!head) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < 3) continue;
    yield startsWithMark(head) ? head.subarray(3) : head;
    head = undefined;
  }
  if (head) yield head;
}

const startsWithMark = (head: Uint8Array): boolean => head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
