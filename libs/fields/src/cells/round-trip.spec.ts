import { describe, expect, it } from '@jest/globals';
import type { FieldKind, FieldValue } from '@roundtrip/contracts';
import * as fc from 'fast-check';
import type { CellField } from '../field-definition.js';
import { formatValue } from './format-value.js';
import { newCellReader } from './new-cell.reader.js';
import { oldCellReader } from './old-cell.reader.js';
import { composed, identifierText } from '../letters.js';
import { sameValue } from './same-value.js';
import { ruinedText } from './spreadsheet-damage.js';

const codes = ['A', 'b', '=C', "'D", '+18', 'É', 'x y', "''=Z"];
const field = (kind: FieldKind): CellField => ({
  code: 'FIELD',
  name: 'A field',
  kind,
  values: codes.map((code, rank) => ({ code, name: code, rank, active: true })),
});

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }),
    fc.constantFrom('=1', "'=1", 'Empty', "'Empty", ' x', 'a\nb', '@SUM', "'", '0'),
  )
  .map(composed)
  .filter((candidate) => identifierText(candidate) !== '' && !candidate.includes('\r') && !ruinedText(candidate, ''));
const number = fc
  .tuple(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 15 }))
  .map(([digits, decimals]) => Number(`${digits}e-${decimals}`) + 0);
const date = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const valuesByKind: [FieldKind, fc.Arbitrary<Exclude<FieldValue, null>>][] = [
  ['LIST', fc.constantFrom(...codes)],
  ['MULTI_LIST', fc.subarray(codes, { minLength: 1 })],
  ['BOOLEAN', fc.boolean()],
  ['AUTHORISATION', fc.boolean()],
  ['NUMBER', number],
  ['DATE', date],
  ['TEXT', text],
];

describe.each(valuesByKind)('a value of kind %s', (kind, values) => {
  it('comes back the same from the cell that it was written to, old or new', () => {
    const [readOld, readNew] = [oldCellReader(field(kind)), newCellReader(field(kind))];
    fc.assert(
      fc.property(values, (value) => {
        const cell = formatValue(field(kind), value);
        expect(readOld(cell)).toEqual({ value });
        expect(readNew(cell)).toEqual({ value });
      }),
    );
  });

  it('is the same as another exactly when both are written to the same cell', () => {
    fc.assert(
      fc.property(values, fc.oneof(values, fc.constant(null)), (value, other) => {
        const [cell, otherCell] = [formatValue(field(kind), value), formatValue(field(kind), other)];
        expect(sameValue(value, other)).toBe(cell === otherCell);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is no value when the cell says so', () => {
    const cell = formatValue(field(kind), undefined);
    expect(cell).toBe(kind === 'AUTHORISATION' ? 'Empty' : '');
    expect(formatValue(field(kind), null)).toBe(cell);
    expect(oldCellReader(field(kind))(cell)).toEqual({ value: null });
  });
});

describe('a text that was stored before texts were composed', () => {
  it('is still the same in the cell that it was written to', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (stored) => {
        const reading = oldCellReader(field('TEXT'))(formatValue(field('TEXT'), stored));
        if (stored.trim() !== '') expect('value' in reading && sameValue(stored, reading.value)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an [old] cell', () => {
  it.each<[FieldKind, string, FieldValue]>([
    ['BOOLEAN', 'VRAI', true],
    ['AUTHORISATION', 'FALSCH', false],
    ['AUTHORISATION', 'empty', null],
    ['BOOLEAN', ' ', null],
    ['DATE', '31/12/2024', '2024-12-31'],
    ['NUMBER', '12,50', 12.5],
    ['MULTI_LIST', 'b|A', ['A', 'b']],
  ])('of kind %s is read also after a spreadsheet has rewritten it to %j', (kind, cell, value) => {
    expect(oldCellReader(field(kind))(cell)).toEqual({ value });
  });

  it.each<[FieldKind, string]>([
    ['LIST', 'NOT A CODE'],
    ['MULTI_LIST', 'A||b'],
    ['NUMBER', '1E+05'],
    ['DATE', '########'],
    ['AUTHORISATION', 'maybe'],
  ])('of kind %s that holds %j is unreadable', (kind, cell) => {
    expect(oldCellReader(field(kind))(cell)).toEqual({ unreadable: cell });
  });

  it.each(['', ' ', '\t'])(
    'of an authorisation that is blank (%j) says nothing, for a template writes Empty',
    (cell) => {
      expect(oldCellReader(field('AUTHORISATION'))(cell)).toEqual({ unreadable: '' });
    },
  );

  it('may hold a value that has been deactivated since', () => {
    const { code, name, values } = field('LIST');
    const retired = values.map((value) => ({ ...value, active: false }));
    expect(oldCellReader({ code, name, kind: 'LIST', values: retired })('A')).toEqual({ value: 'A' });
    expect(oldCellReader({ code, name, kind: 'MULTI_LIST', values: retired })('A|b')).toEqual({ value: ['A', 'b'] });
  });
});

describe('a number in a cell', () => {
  it.each([
    [1e-7, '0.0000001'],
    [-1.5e-10, '-0.00000000015'],
    [1e21, '1000000000000000000000'],
    [0, '0'],
    [-12.5, '-12.5'],
  ])('%d is written without an exponent: %s', (number_, cell) => {
    expect(formatValue(field('NUMBER'), number_)).toBe(cell);
  });
});

describe('two values', () => {
  it('are the same set in any order and with repeats', () => {
    expect(sameValue(['A', 'b'], ['b', 'A', 'A'])).toBe(true);
    expect(sameValue(['A', 'b'], ['A'])).toBe(false);
    expect(sameValue(['A', 'A'], ['A', 'b'])).toBe(false);
    expect(sameValue([], null)).toBe(false);
  });

  it('of different types differ: false is not Empty, "1" is not 1', () => {
    expect(sameValue(false, null)).toBe(false);
    expect(sameValue('1', 1)).toBe(false);
    expect(sameValue('A', ['A'])).toBe(false);
  });

  it('are the same text, or code, however its accents are stored', () => {
    expect(sameValue('Cafe\u0301', 'Café')).toBe(true);
    expect(sameValue(['E\u0301', 'A'], ['A', 'É'])).toBe(true);
    expect(sameValue('Cafe', 'Café')).toBe(false);
  });

  it('are the same text however its line breaks are written', () => {
    expect(sameValue('a\r\nb', 'a\nb')).toBe(true);
  });
});
