import { describe, expect, it } from '@jest/globals';
import type { FieldKind, Plan, PlannedField } from '@roundtrip/contracts';
import { BOM, encodeRecord, readCsv } from '@roundtrip/csv';
import type { ChunkDocument, ChunkEntry } from '@roundtrip/database';
import { formulaText, newCellReader, oldCellReader, unguardFormula } from '@roundtrip/fields';
import * as fc from 'fast-check';
import { changesHeader, changesRows, rejectedHeader, rejectedRows } from './report.rows.js';

const plan: Plan = {
  chunks: 1,
  lines: 1,
  blankLines: 0,
  header: ['CONTACT_NUMBER', '[old] A', '[new] A'],
  delimiter: ',',
  fields: [],
  warnings: [],
};
const wrong = {
  code: 'CODE_UNKNOWN' as const,
  line: 2,
  column: '[new] A',
  message: 'No such code.',
  hint: 'Did you mean B?',
};
const row = (raw: string[], issues = [wrong]): string[] =>
  rejectedRows(plan, 'en')({ line: 2, rejected: true, issues, raw });

describe('a row of the rejected lines', () => {
  it('is that of the file, and says in its last column everything that is wrong', () => {
    expect(rejectedHeader(plan)).toEqual(['CONTACT_NUMBER', '[old] A', '[new] A', '[errors]']);
    expect(row(["'=1", '', 'C'])).toEqual(["'=1", '', 'C', 'CODE_UNKNOWN in [new] A: No such code. Did you mean B?']);
    expect(row(['1', '', 'C'], [wrong, { ...wrong, message: 'And no other.' }])[3]).toBe(
      'CODE_UNKNOWN in [new] A: No such code. Did you mean B? | CODE_UNKNOWN in [new] A: And no other. Did you mean B?',
    );
  });

  it('that was too short is filled up, so that the errors stand in their column', () => {
    expect(row(['1'])).toEqual(['1', '', '', expect.stringContaining('No such code.')]);
  });

  it('that was too long keeps what was too much behind the errors: it is not lost, and too long again', () => {
    expect(row(['1', '', 'C', 'D', ' E'])).toEqual(['1', '', 'C', expect.stringContaining('No such code.'), 'D', ' E']);
  });
});

/** libs/fields/README.md#the-formula-guard, said once more. A signed number in a column of numbers is none. */
const isFormula = (cell: string, kind?: FieldKind): boolean =>
  /^[=+\-@\t\r\n\0＝＋－＠]/.test(cell) && !(kind === 'NUMBER' && /^-?\d+(?:\.\d+)?$/.test(cell));

const pieces = [
  "'",
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\n',
  '＝',
  '＠',
  'Empty',
  'TRUE',
  'cmd()',
  '7',
  ' ',
  ';',
  ',',
  '"',
  'é',
];
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 5 }).map((some) => some.join(''));
const codes = ['=C', "'D", '+18', '-', '＠x', 'A'];
const kinds: FieldKind[] = ['TEXT', 'LIST', 'MULTI_LIST', 'NUMBER', 'AUTHORISATION'];
const fields: PlannedField[] = kinds.map((kind, at) => ({
  path: `criteria.${kind}`,
  code: kind,
  name: '=HYPERLINK("x")',
  kind,
  oldColumn: 3 + 2 * at,
  newColumn: 4 + 2 * at,
}));
const columns = fields.flatMap((field) => (['old', 'new'] as const).map((part) => ({ part, field })));
const wide: Plan = {
  ...plan,
  header: ['CONTACT_NUMBER', 'EMAIL', 'LAST_NAME', ...columns.map(({ part, field }) => `[${part}] ${field.code}`)],
  delimiter: ';',
  fields,
};
const valued = (field: PlannedField) => ({
  ...field,
  values: codes.map((code, rank) => ({ code, name: code, rank, active: true })),
});
/** What an import reads of the cells behind the person, but for what an error quotes. */
const readers = columns.map(({ part, field }) => (part === 'old' ? oldCellReader : newCellReader)(valued(field)));
const meaning = (cells: readonly string[]): unknown[] =>
  readers.map((read, at) => {
    const reading = read(cells[3 + at] ?? '');
    return 'error' in reading ? reading.error.code : 'unreadable' in reading ? 'unreadable' : reading;
  });

async function throughTheFile(records: string[][]): Promise<string[][]> {
  async function* bytes() {
    yield Buffer.from(BOM + records.map((cells) => encodeRecord(cells, ';')).join(''));
  }
  const limits = { maxRecordBytes: 100_000, maxColumns: 100, maxRows: 100 };
  const file = await readCsv(bytes(), { encoding: 'utf-8', limits, isKnownColumn: () => true });
  const rows = [file.header];
  for await (const batch of file.batches) rows.push(...batch.map(({ cells }) => cells));
  return rows;
}

/** What a cell stands for that is of no field. */
const textOf = (cell: string): string => unguardFormula((formulaText(cell) ?? cell).trim()).trim();

describe('the reports as files', () => {
  it('hold no formula of the file that was sent, and what its cells mean on their way back is the same', async () => {
    const cells = fc.array(hostile, { minLength: wide.header.length, maxLength: wide.header.length + 3 });
    await fc.assert(
      fc.asyncProperty(cells, hostile, async (raw, column) => {
        const issues = [{ ...wrong, column }];
        const [header, returned] = await throughTheFile([
          rejectedHeader({ ...wide, header: wide.header.with(2, `=${column}`) }),
          rejectedRows(wide, 'en')({ line: 2, rejected: true, issues, raw }),
        ]);
        const kindOf = (at: number): FieldKind | undefined => columns[at - 3]?.field.kind;
        const signed = (cell: string, at: number): boolean =>
          kindOf(at) === 'NUMBER' && /^[+-]?\d+(?:[.,]\d+)?$/.test(cell);
        expect(
          [...header!, ...returned!.filter((cell, at) => !signed(cell, at))].filter((cell) => isFormula(cell)),
        ).toEqual([]);
        expect(meaning(returned!)).toEqual(meaning(raw));
        for (const at of [0, 1, 2]) {
          expect(textOf(returned![at]!)).toBe(textOf(raw[at]!));
        }
        // What was too much is still too much.
        expect(returned).toHaveLength(raw.length + 1);
      }),
      { numRuns: 500 },
    );
  });

  it('hold no formula of a changed value, of a number or of the name of who has changed it', async () => {
    const values: Record<string, fc.Arbitrary<string | number | boolean | string[] | null>> = {
      'criteria.TEXT': hostile,
      'criteria.LIST': fc.constantFrom(...codes),
      'criteria.MULTI_LIST': fc.subarray(codes, { minLength: 1 }),
      'criteria.NUMBER': fc.integer(),
      'criteria.AUTHORISATION': fc.constantFrom(true, false, null),
    };
    await fc.assert(
      fc.asyncProperty(fc.record(values), fc.record(values), hostile, hostile, async (before, after, number, name) => {
        const entry: ChunkEntry = { line: 2, contactNumber: number, rev: 1, previous: null, before, after };
        const chunk = { importId: 'imp_1', decidedAt: new Date(0) } as ChunkDocument;
        const [header, written] = await throughTheFile([changesHeader(wide), changesRows(wide, chunk, name)(entry)]);
        const kindOf = (at: number): FieldKind | undefined => columns[at - 1]?.field.kind;
        expect([...header!, ...written!].filter((cell, at) => isFormula(cell, kindOf(at - header!.length)))).toEqual(
          [],
        );
        expect(unguardFormula(written![0]!)).toBe(number);
        expect(unguardFormula(written!.at(-2)!)).toBe(name);
      }),
      { numRuns: 500 },
    );
  });
});
