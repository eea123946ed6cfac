import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { detectEncoding } from './encoding.js';
import { toUtf8 } from './to-utf8.js';

async function* chunks(bytes: Uint8Array, size = bytes.length || 1): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

describe('the encoding of a file', () => {
  it('is UTF-8 for any text in UTF-8, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        async (text, size) => {
          const bytes = Buffer.from(`x${text}`);
          expect(await detectEncoding(chunks(bytes, size))).toEqual({
            encoding: 'utf-8',
            bom: false,
            assumed: false,
            bytes: bytes.length,
          });
        },
      ),
    );
  });

  it.each([
    ['an accent of Windows-1252', [0x61, 0xe9, 0x62]],
    ['half a UTF-8 character at the end', [0x61, 0xe2, 0x82]],
    ['half a UTF-8 character in the middle', [0xe2, 0x82, 0x61, 0x61]],
  ])('is assumed to be Windows-1252 for %s', async (_name, bytes) => {
    for (const size of [1, 2, 9]) {
      expect(await detectEncoding(chunks(Buffer.from(bytes), size))).toMatchObject({
        encoding: 'windows-1252',
        assumed: true,
      });
    }
  });

  it('of an empty file is no question', async () => {
    expect(await detectEncoding(chunks(Buffer.alloc(0)))).toEqual({
      encoding: 'utf-8',
      bom: false,
      assumed: false,
      bytes: 0,
    });
  });

  it('Windows-1252 is read as the standard says, all 128 upper bytes', async () => {
    const upper = Buffer.from(Array.from({ length: 128 }, (_, i) => 128 + i));
    const read: Buffer[] = [];
    for await (const chunk of toUtf8(chunks(upper), 'windows-1252')) read.push(Buffer.from(chunk));
    expect(Buffer.concat(read).toString()).toBe(
      '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ' +
        ' ¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ'.replace(
          ' ',
          '\xa0',
        ),
    );
  });
});
