import { type OlderEncoding, rereadAs } from '@roundtrip/csv';

/** What Windows-1252 reads in the bytes 0x80–0xFF; those that mean nothing are control characters. */
const upper1252 =
  '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ' +
  Array.from({ length: 96 }, (_, at) => String.fromCharCode(0xa0 + at)).join('');

/** The text as an older program saves it. */
export function savedIn(encoding: OlderEncoding, text: string): Buffer {
  const letters = new Map(Array.from(upper1252, (letter, at) => [rereadAs(letter, encoding), 0x80 + at]));
  return Buffer.from(
    Array.from(text, (letter) => {
      const byte = letter < '\x80' ? letter.charCodeAt(0) : letters.get(letter);
      if (byte === undefined) throw new Error(`${encoding} has no ${letter}`);
      return byte;
    }),
  );
}

export const readAs1252 = (bytes: Buffer): string =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : upper1252[byte - 0x80]!)).join('');
