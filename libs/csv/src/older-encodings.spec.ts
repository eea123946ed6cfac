import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  fromOlder,
  meansSomething,
  type OlderEncoding,
  olderEncodings,
  readAlike,
  rereadAs,
} from './older-encodings.js';

/** As Python names them, which decodes strictly: a byte that means nothing is an error there. */
const codecs: Record<OlderEncoding, string> = {
  'windows-1252': 'cp1252',
  'windows-1250': 'cp1250',
  'windows-1251': 'cp1251',
  'windows-1253': 'cp1253',
  'windows-1254': 'cp1254',
  'windows-1257': 'cp1257',
  'iso-8859-15': 'iso8859_15',
  macintosh: 'mac_roman',
};

const script = `
import json, sys
def letters(codec):
    for byte in range(128, 256):
        try:
            letter = bytes([byte]).decode(codec)
        except UnicodeDecodeError:
            letter = ''
        yield '' if '\\x80' <= letter <= '\\x9f' else letter
print(json.dumps({codec: list(letters(codec)) for codec in sys.argv[1:]}))
`;

const upper = Uint8Array.from({ length: 128 }, (_, at) => 0x80 + at);

async function read(encoding: OlderEncoding, bytes: Uint8Array, size = bytes.length || 1): Promise<string> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
  }
  const found: Uint8Array[] = [];
  for await (const chunk of fromOlder(chunks(), encoding)) found.push(chunk);
  return Buffer.concat(found).toString();
}

describe('an older encoding', () => {
  const { stdout, stderr } = spawnSync('python3', ['-c', script, ...Object.values(codecs)], { encoding: 'utf8' });
  if (stdout === '') throw new Error(`Python’s codecs are compared with, and python3 said nothing: ${stderr}`);
  const python = JSON.parse(stdout) as Record<string, string[]>;

  it.each(olderEncodings)(
    '%s has every letter where Python has it, and a control character where it has none',
    async (encoding) => {
      const text = await read(encoding, upper);
      const expected = python[codecs[encoding]]!.map((letter) => letter || expect.stringMatching(/^[\x80-\x9f]$/));
      expect(Array.from(text)).toEqual(expected);
      expect(Array.from(upper, (byte) => meansSomething(byte, encoding))).toEqual(
        python[codecs[encoding]]!.map((letter) => letter !== ''),
      );
    },
  );

  it('reads bytes alike however they are cut, and as another encoding would, from their reading as Windows-1252', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(...olderEncodings),
        async (bytes, size, encoding) => {
          const text = await read(encoding, bytes);
          expect(await read(encoding, bytes, size)).toBe(text);
          expect(rereadAs(await read('windows-1252', bytes), encoding)).toBe(text);
        },
      ),
    );
  });

  it('marks the bytes that occur', async () => {
    const seen = new Uint8Array(256);
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield Buffer.from([0x41, 0xe9]);
      yield Buffer.from([0x80]);
    }
    for await (const _ of fromOlder(chunks(), 'windows-1250', seen));
    expect([...seen.keys()].filter((byte) => seen[byte] === 1)).toEqual([0x80, 0xe9]);
  });

  it.each([
    [0xe9, 'windows-1252', 'windows-1250', true],
    [0xe8, 'windows-1252', 'windows-1250', false],
    [0xa4, 'windows-1252', 'iso-8859-15', false],
  ] as const)('byte %i is the same letter in %s and %s: %s', (byte, one, other, alike) => {
    expect(readAlike(byte, one, other)).toBe(alike);
  });
});
