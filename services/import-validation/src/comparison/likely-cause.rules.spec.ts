import { describe, expect, it } from '@jest/globals';
import { cellPrint, type FieldDefinition } from '@roundtrip/fields';
import * as fc from 'fast-check';
import { cellExplainer } from './likely-cause.rules.js';

const seed = 77;
const field = (kind: FieldDefinition['kind'], values: string[] = []): FieldDefinition => ({
  path: 'criteria.F',
  code: 'F',
  name: 'F',
  kind,
  rank: 1,
  active: true,
  values: values.map((code, rank) => ({ code, name: code, rank, active: true })),
});
const explain = (kind: FieldDefinition['kind'], was: string, is: string, values?: string[]) => {
  const { cause, isReadAlike } = cellExplainer(seed, field(kind, values))(is, cellPrint(was, seed));
  return [cause, isReadAlike];
};

describe('what happened to a cell', () => {
  it.each([
    ['TEXT', '00123', '123', 'zerosLost', false],
    ['TEXT', '00123', '123.0', 'zerosLost', false],
    ['LIST', '007', '7', 'zerosLost', false],
    ['DATE', '2025-03-31', '31/03/2025', 'dateRewritten', true],
    ['DATE', '2025-03-31', '31.03.2025', 'dateRewritten', true],
    ['DATE', '2025-03-31', '3/31/2025', 'dateRewritten', false],
    ['DATE', '2025-03-31', '31/03/25', 'dateRewritten', false],
    ['DATE', '2025-03-31', '45747', 'dateRewritten', false],
    ['TEXT', '2025-03-31', '31/03/2025', 'dateRewritten', false],
    ['TEXT', '1-2', '01/02/2026', 'dateRewritten', false],
    ['LIST', '1-2', '2-Jan', 'dateRewritten', false],
    ['LIST', '3/4', '03-avr', 'dateRewritten', false],
    ['LIST', 'MAR1', '1-Mar', 'dateRewritten', false],
    ['LIST', 'SOMETHING', '1-Mar', 'dateRewritten', false],
    ['BOOLEAN', 'TRUE', 'VRAI', 'truthValueRewritten', true],
    ['AUTHORISATION', 'FALSE', 'FALSCH', 'truthValueRewritten', true],
    ['AUTHORISATION', 'FALSE', '0', 'truthValueRewritten', false],
    ['TEXT', 'true', 'VRAI', 'truthValueRewritten', false],
    ['NUMBER', '1.5', '1,5', 'numberRewritten', true],
    ['NUMBER', '123456789012', '1.23457E+11', 'numberShortened', false],
    ['TEXT', '1234567890123456', '1.23E+15', 'numberShortened', false],
    ['TEXT', '1234567890123456', '1234567890123000', 'numberShortened', false],
    ['TEXT', '1.50', '1.5', 'numberRewritten', false],
    ['TEXT', '+33', '33', 'numberRewritten', false],
    ['TEXT', 'opera', 'Opera', 'textCorrected', false],
    ['TEXT', 'the "best"...', 'the “best”…', 'textCorrected', false],
    ['TEXT', 'a', '####', 'errorValue', false],
    ['TEXT', 'a', '#NAME?', 'errorValue', false],
    ['TEXT', 'a', '', 'cleared', false],
    ['AUTHORISATION', 'Empty', '', 'cleared', false],
    ['TEXT', '', 'typed', 'changed', false],
    ['TEXT', 'Paris', 'Rome', 'changed', false],
    ['BOOLEAN', 'TRUE', 'FALSE', 'changed', false],
    ['MULTI_LIST', 'A|B', 'B|A', 'textCorrected', true],
  ] as const)('%s %j → %j: %s', (kind, was, is, cause, readAlike) => {
    expect(explain(kind, was, is, ['A', 'B', '007'])).toEqual([cause, readAlike]);
  });

  it('is found out of any text, without an error', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.constantFrom('TEXT', 'DATE', 'NUMBER', 'LIST'),
        (was, is, kind) => {
          const change = cellExplainer(seed, field(kind))(is, cellPrint(was, seed));
          expect(change.cause).toBeTruthy();
        },
      ),
    );
  });

  it.each([1, 5, 12])('names zeros that were lost from a number of %i digits', (length) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** Math.min(length, 8) }),
        fc.integer({ min: 1, max: 8 }),
        (number, zeros) => {
          expect(explain('TEXT', '0'.repeat(zeros) + number, String(number))).toEqual(['zerosLost', false]);
        },
      ),
    );
  });
});
