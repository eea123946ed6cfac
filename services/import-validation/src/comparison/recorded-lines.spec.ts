import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { BrokenRecord, RecordedLines } from './recorded-lines.js';

const folder = mkdtempSync(join(tmpdir(), 'spec-recorded-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

const columns = ['A', 'B', 'C'].map((key) => ({ role: 'old' as const, key }));
/** Numbers of which many fall into the same slot. */
const line = (index: number): number[] => [index % 5, index, index * 3, index * 3 + 1, 7 - index];
function recordOf(lines: number): Buffer {
  const json = Buffer.from(JSON.stringify({ version: 1, seed: 1, columns, linesPerPart: 10 }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const body = Buffer.from(Int32Array.from(Array.from({ length: lines }, (_, index) => line(index)).flat()).buffer);
  return Buffer.concat([length, json, body]);
}
async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
let files = 0;
const spool = (bytes: Buffer, size = 1000, maxLines = 1e6) =>
  RecordedLines.spool(inChunks(bytes, size), bytes.length, join(folder, String(files++)), maxLines);

describe('the record of a template', () => {
  it.each([1, 7, 65_536])(
    'gives each line by its number, in any order, however it comes (%i bytes at a time)',
    async (size) => {
      const count = size === 1 ? 50 : 6_000;
      const lines = await spool(recordOf(count), size);
      const inOrder = Array.from({ length: count }, (_, index) => index);
      const mixed = inOrder.toSorted((a, b) => ((a * 7919) % count) - ((b * 7919) % count));
      for (const index of [...inOrder, ...inOrder.toReversed(), ...mixed]) {
        const [first, second, ...prints] = line(index);
        const found = lines!.find([first!, second!]);
        expect(found).toBe(index);
        expect([...lines!.prints(found)]).toEqual(prints);
      }
      expect(lines!.find([0, count + 1])).toBe(-1);
      lines!.close();
    },
  );

  it('is left out when it has more lines than may be held', async () => {
    expect(await spool(recordOf(20), 1000, 19)).toBeUndefined();
    (await spool(recordOf(20), 1000, 20))?.close();
  });

  it.each([Buffer.alloc(0), Buffer.from('abc'), Buffer.alloc(900, 1), recordOf(5).subarray(0, -1)])(
    'is not believed when it is none',
    async (bytes) => {
      await expect(spool(bytes)).rejects.toThrow(BrokenRecord);
    },
  );
});
