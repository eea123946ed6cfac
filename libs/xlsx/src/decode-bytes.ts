import { isAscii } from 'node:buffer';
import { damaged } from './xlsx.errors.js';

type Decoder = InstanceType<typeof TextDecoder>;

/** By its mark, or by the `<` that XML begins with: the two that every reader of XML has to know. */
function encodingOf([a, b]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  return (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c) ? 'utf-16be' : 'utf-8';
}

/** The text of an XML part, in UTF-8 or UTF-16. @throws XlsxError */
export async function* decodeBytes(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: Decoder | undefined;
  let first: Uint8Array = Buffer.alloc(0);
  /** UTF-8 that ended with whole characters. */
  let isWhole = false;
  for await (const chunk of chunks) {
    let bytes = chunk;
    if (!decoder) {
      first = Buffer.concat([first, chunk]);
      if (first.length < 2) continue;
      bytes = first;
      decoder = decoderOf(bytes);
    }
    const ascii = decoder.encoding === 'utf-8' && isAscii(bytes);
    // A string of one byte a character is several times as fast to look through.
    yield ascii && isWhole ? latin1(bytes) : decode(decoder, bytes);
    isWhole = ascii;
  }
  if (!decoder) yield decode(decoderOf(first), first);
  else yield decode(decoder);
}

const decoderOf = (bytes: Uint8Array): Decoder => new TextDecoder(encodingOf(bytes), { fatal: true });

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** @param bytes absent: there are no more */
function decode(decoder: Decoder, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw damaged('holds XML that is not in the encoding that it says.');
  }
}
