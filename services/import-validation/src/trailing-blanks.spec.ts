import { describe, expect, it } from '@jest/globals';
import type { CsvRecord } from '@roundtrip/csv';
import fc from 'fast-check';
import { withTrailingBlanks } from './trailing-blanks.js';

const width = 4;
const row = (line: number, cells: string): CsvRecord => ({ line, cells: cells.split(';') });
const rows = (from: number, count: number, cells: string): CsvRecord[] =>
  Array.from({ length: count }, (_, index) => row(from + index, cells));

async function read(records: readonly CsvRecord[], batchRows = 1000): Promise<CsvRecord[]> {
  async function* batches(): AsyncGenerator<CsvRecord[]> {
    for (let from = 0; from < records.length; from += batchRows) yield records.slice(from, from + batchRows);
  }
  const found: CsvRecord[] = [];
  for await (const batch of withTrailingBlanks(batches(), width)) found.push(...batch);
  return found;
}

/** What Excel saves of a sheet, row 1 being the header: https://support.microsoft.com/kb/77295 */
function savedByExcel(sheet: readonly CsvRecord[]): CsvRecord[] {
  const blockOf = ({ line }: CsvRecord): number => Math.floor((line - 1) / 16);
  return sheet.map((record) => {
    const block = sheet.filter((other) => blockOf(other) === blockOf(record)).map(({ cells }) => cells);
    const used = Math.max(...block.map((cells) => cells.findLastIndex((cell) => cell !== ''))) + 1;
    // The header is in the first block, and has all columns.
    return { line: record.line, cells: record.cells.slice(0, blockOf(record) === 0 ? width : used) };
  });
}

describe('rows whose trailing blank cells Excel has left out', () => {
  const whole = rows(2, 15, '1;x;;');

  it('are read as they are meant', async () => {
    const short = [...whole, ...rows(17, 16, '1;x'), ...rows(33, 16, '1;x;y'), ...rows(49, 3, '1;x')];
    expect(await read(short)).toEqual([
      ...whole,
      ...rows(17, 16, '1;x;;'),
      ...rows(33, 16, '1;x;y;'),
      ...rows(49, 3, '1;x;;'),
    ]);
  });

  it('are read alike wherever batches end', async () => {
    const short = [...whole, ...rows(17, 16, '1;x'), ...rows(33, 16, '1;x;;'), row(49, '1;x')];
    for (const batchRows of [1, 3, 15, 16, 17]) expect(await read(short, batchRows)).toEqual(await read(short));
  });

  it('are read as they are meant in any sheet, or stay as they are; no cell ever moves', async () => {
    const cells = fc.tuple(
      fc.constant('1'),
      ...Array.from({ length: width - 1 }, () => fc.constantFrom('', '', '', 'x')),
    );
    const sheet = fc.array(fc.option(cells, { nil: undefined, freq: 10 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(sheet, fc.integer({ min: 1, max: 20 }), async (found, batchRows) => {
        // Blank rows are rows of the sheet that nobody gets to see.
        const records = found.flatMap((one, index) => (one ? [{ line: index + 2, cells: one }] : []));
        const back = await read(savedByExcel(records), batchRows);
        expect(back.map(({ line }) => line)).toEqual(records.map(({ line }) => line));
        back.forEach(({ cells: after }, index) => {
          expect(records[index]?.cells.slice(0, after.length)).toEqual(after);
          expect(records[index]?.cells.slice(after.length).join('')).toBe('');
        });
      }),
    );
  });
});

describe('rows that are short otherwise stay as they are', () => {
  const whole = rows(2, 15, '1;x;;');

  it.each([
    ['one row among whole ones', [...whole, ...rows(17, 7, '1;x;;'), row(24, '1;x;y'), ...rows(25, 8, '1;x;;')]],
    ['rows of one block that are not equally short', [...whole, ...rows(17, 15, '1;x'), row(32, '1;x;y')]],
    ['a few rows at the end of a file that is whole', [...whole, ...rows(17, 7, '1;x')]],
    ['rows beside the header', [...rows(2, 14, '1;x;;'), row(16, '1;x'), ...rows(17, 16, '1;x')]],
    ['all rows', rows(2, 40, '1;x')],
    ['a block in whose last column nothing stands', [...whole, ...rows(17, 16, '1;x;')]],
    ['a block that is too long', [...whole, ...rows(17, 16, '1;x;;;y')]],
  ])('%s', async (_what, records) => {
    for (const batchRows of [1, 1000]) expect(await read(records, batchRows)).toEqual(records);
  });
});
