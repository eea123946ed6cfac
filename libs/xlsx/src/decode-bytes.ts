import { isAscii } from 'node:buffer';
import { damaged } from './xlsx.errors.js';
import { xmlEncoding } from './xml-encoding.js';

type Decoder = InstanceType<typeof TextDecoder>;

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

const decoderOf = (bytes: Uint8Array): Decoder => new TextDecoder(xmlEncoding(bytes), { fatal: true });

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** @param bytes absent: there are no more */
function decode(decoder: Decoder, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw damaged('xml', 'holds XML that is not in the encoding that it says.');
  }
}
