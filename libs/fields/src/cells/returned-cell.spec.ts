import { describe, expect, it } from '@jest/globals';
import type { FieldKind } from '@roundtrip/contracts';
import * as fc from 'fast-check';
import { contactFields } from '../contact-fields.js';
import type { CellField } from '../field-definition.js';
import { newContactCellReader } from './contact-cell.reader.js';
import { newCellReader } from './new-cell.reader.js';
import { oldCellReader } from './old-cell.reader.js';
import { returnedCell } from './returned-cell.js';

/** What no exported cell may be, as libs/fields/README.md#the-formula-guard says it; Empty is a word of ours, and a signed number is a number. */
const isFormula = (cell: string, kind?: FieldKind): boolean =>
  /^[=+\-@\t\r\n\0＝＋－＠]/i.test(cell) && !(kind === 'NUMBER' && /^[+-]?\d+(?:[.,]\d+)?$/.test(cell));

const pieces = [
  [
    "'",
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '\0',
    '＝',
    '＋',
    '－',
    '＠',
    ' ',
    '\u00a0',
    '\uFEFF',
    '|',
    '"',
    '="',
    '\u200b',
    '\u0338',
  ],
  ['Empty', 'empty', 'EMPTY', 'eMPTY', 'TRUE', 'faux', 'cmd()', '1', '12,5', '-3', '2024-01-31', '31/12/2024', 'é'],
].flat();
const cells = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 5 }).map((some) => some.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);
const codes = ['A', '=C', "'D", '+18', '-3', '@', "''=Z", '＝1', 'TRUE'];
const field = (kind: FieldKind): CellField & { path: string } => ({
  path: `criteria.${kind}`,
  code: kind,
  name: 'A field',
  kind,
  values: codes.map((code, rank) => ({ code, name: code, rank, active: code !== 'A' })),
});

/** What is read, but for how an error quotes it. */
const meaning = (reading: object): object =>
  'error' in reading
    ? { error: (reading.error as { code: string }).code }
    : 'unreadable' in reading
      ? { unreadable: true }
      : reading;
const always = { numRuns: 2000 };

const kinds: FieldKind[] = ['LIST', 'MULTI_LIST', 'BOOLEAN', 'AUTHORISATION', 'NUMBER', 'DATE', 'TEXT'];
describe.each(kinds)('a cell of kind %s that is sent back', (kind) => {
  it('is no formula, means the same, and stays as it is when it is sent back again', () => {
    const column = { ...field(kind), ...(kind === 'AUTHORISATION' && { path: 'authorisations.X' }) };
    const [readNew, readOld] = [newCellReader(column), oldCellReader(column)];
    fc.assert(
      fc.property(cells, (cell) => {
        const returned = returnedCell(cell, column);
        expect(isFormula(returned, kind)).toBe(false);
        expect(meaning(readNew(returned))).toEqual(meaning(readNew(cell)));
        expect(meaning(readOld(returned))).toEqual(meaning(readOld(cell)));
        expect(returnedCell(returned, column)).toBe(returned);
      }),
      always,
    );
  });
});

describe.each(contactFields.map((definition) => [definition.column, definition] as const))(
  'a cell of %s in an ordinary contact import that is sent back',
  (_column, definition) => {
    it('is no formula and means the same', () => {
      const read = newContactCellReader(definition);
      const planned = { kind: definition.kind, path: definition.planPath };
      fc.assert(
        fc.property(cells, (cell) => {
          const returned = returnedCell(cell, planned);
          expect(isFormula(returned)).toBe(false);
          expect(meaning(read(returned))).toEqual(meaning(read(cell)));
        }),
        always,
      );
    });
  },
);

it.each([
  ['=cmd()', "'=cmd()"],
  ["'=cmd()", "'=cmd()"],
  ['-3', "'-3"],
  ['\t=1', "'=1"],
  ['Empty', 'Empty'],
  ['\tEmpty', 'Empty'],
  ["'Empty", "'Empty"],
  ["O'Neill", "O'Neill"],
  ['\r\n', ''],
  ['="00123"', '00123'],
  ['= "=cmd()"', "'=cmd()"],
  ['=""', ''],
  ['=\u0338', '\u2260'],
  [' x', ' x'],
])('a cell %j that is of no field goes out as %j', (cell, returned) => {
  expect(returnedCell(cell)).toBe(returned);
});

it('a number keeps its sign, and what is none is guarded', () => {
  expect(['-3', '+12,5', '\t-3', '-3+1', '-'].map((cell) => returnedCell(cell, field('NUMBER')))).toEqual([
    '-3',
    '+12,5',
    '-3',
    "'-3+1",
    "'-",
  ]);
});
