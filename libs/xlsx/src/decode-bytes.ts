import { isAscii, isUtf8 } from 'node:buffer';
import { damaged } from './xlsx.errors.js';

type Utf16Decoder = InstanceType<typeof TextDecoder>;

/** How many bytes at the end begin a UTF-8 character without finishing it (0–3). */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** UTF-16 by its mark, or by the `<` that XML begins with. */
function utf16Of([a, b]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  return (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c) ? 'utf-16be' : undefined;
}

const notText = () => damaged('holds XML that is not in the encoding that it says.');

/** The text of an XML part: UTF-8 or UTF-16, the two that every reader of XML has to know. @throws XlsxError */
export async function* decodeBytes(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Uint8Array | undefined;
  let decoder: Utf16Decoder | undefined;
  let begun = false;
  for await (const chunk of chunks) {
    let bytes = rest ? Buffer.concat([rest, chunk]) : chunk;
    rest = undefined;
    if (!begun) {
      if (bytes.length < 3) {
        rest = bytes;
        continue;
      }
      begun = true;
      const utf16 = utf16Of(bytes);
      if (utf16) decoder = new TextDecoder(utf16, { fatal: true });
      else if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    }
    if (decoder) {
      yield decodeUtf16(decoder, bytes);
      continue;
    }
    const whole = bytes.subarray(0, bytes.length - unfinished(bytes));
    if (whole.length < bytes.length) rest = Buffer.from(bytes.subarray(whole.length));
    yield utf8Text(whole);
  }
  if (rest) yield utf8Text(rest);
  if (decoder) yield decodeUtf16(decoder);
}

function utf8Text(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // A string of one byte a character is several times as fast to look through.
  if (isAscii(bytes)) return buffer.toString('latin1');
  if (!isUtf8(bytes)) throw notText();
  return buffer.toString('utf8');
}

function decodeUtf16(decoder: Utf16Decoder, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw notText();
  }
}
