import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KeptRows } from './kept-rows.js';
import { SharedStrings } from './shared-strings.js';
import type { SheetRow } from './sheet.reader.js';

const folder = mkdtempSync(join(tmpdir(), 'kept-rows-spec-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

async function allOf(kept: KeptRows): Promise<SheetRow[][]> {
  const all: SheetRow[][] = [];
  for await (const rows of kept.batches()) all.push(rows);
  return all;
}

const path = (): string => join(folder, String(files++));

describe('rows that are kept', () => {
  const row: fc.Arbitrary<SheetRow> = fc.record(
    {
      line: fc.nat(),
      cells: fc.array(fc.string({ unit: 'grapheme' })),
      odd: fc.constant<SheetRow['odd']>([{ column: 1, is: 'formula' }]),
    },
    { requiredKeys: ['line', 'cells'] },
  );

  it('come again as they were, as often as they are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(row, { minLength: 1 })), async (batches) => {
        const kept = new KeptRows(path());
        batches.forEach((rows) => kept.add(rows));
        for (const _ of [1, 2]) expect(await allOf(kept)).toEqual(batches);
        kept.close();
      }),
      { numRuns: 50 },
    );
  });

  it('are in a file when there are many', async () => {
    const at = path();
    const kept = new KeptRows(at);
    const rows = (batch: number): SheetRow[] => [{ line: batch, cells: ['é'.repeat(50_000), String(batch)] }];
    for (let batch = 0; batch < 100; batch++) kept.add(rows(batch));
    expect(readdirSync(folder)).toContain(at.slice(folder.length + 1));
    let batch = 0;
    for await (const found of kept.batches()) expect(found).toEqual(rows(batch++));
    expect(batch).toBe(100);
    kept.close();
  });
});

it('texts that cells share are found by their numbers, in whatever order, and however many and long they are', () => {
  const texts = Array.from({ length: 40_000 }, (_, index) => (index % 7 === 0 ? '' : `é${index}`.repeat(index % 40)));
  const strings = new SharedStrings(path(), 1 << 17);
  texts.forEach((text) => strings.add(text));
  for (let step = 0; step < 120_000; step++) {
    const index = (step * 16_384 + (step >> 3)) % texts.length;
    expect(strings.get(index) === texts[index]).toBe(true);
  }
  expect([strings.get(-1), strings.get(texts.length), strings.get(Number.NaN)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  strings.close();
});
