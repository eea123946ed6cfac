import { describe, expect, it } from '@jest/globals';
import type { FieldKind } from '@roundtrip/contracts';
import { issueWords } from '@roundtrip/words';
import type { CellField } from '../field-definition.js';
import type { CellProblem } from './cell-reading.js';
import { newCellReader } from './new-cell.reader.js';
import { spreadsheetDamage, withDamage } from './spreadsheet-damage.js';

const codes = ['01', '007', 'A', 'B'];
const field = (kind: FieldKind): CellField => ({
  code: 'FIELD',
  name: 'A field',
  kind,
  values: codes.map((code, rank) => ({ code, name: `Name ${code}`, rank, active: true })),
});
function errorOf(kind: FieldKind, cell: string) {
  const reading = newCellReader(field(kind))(cell);
  if (!('error' in reading)) throw new Error(`${cell} is accepted: ${JSON.stringify(reading)}`);
  return inWords(withDamage(reading.error, cell, kind));
}

const inWords = (problem: CellProblem) => ({ code: problem.code, ...issueWords('en', problem) });

describe('a cell that a spreadsheet has damaged', () => {
  it.each<[FieldKind, string, string, string, string]>([
    ['DATE', '45292', 'DATE_INVALID', 'counts days', '2024-01-01'],
    ['DATE', '45351,5', 'DATE_INVALID', 'counts days', '2024-02-29'],
    ['DATE', '12/31/2024', 'DATE_INVALID', 'month seems to stand before the day', '31/12/2024'],
    ['DATE', '2024-01-31 00:00:00', 'DATE_INVALID', 'time of day', '2024-01-31'],
    ['DATE', '31/01/2024 00:00', 'DATE_INVALID', 'time of day', '31/01/2024'],
    ['DATE', '1/2/24', 'DATE_INVALID', 'shortened', ''],
    ['DATE', '31.01.24', 'DATE_INVALID', 'shortened', ''],
    ['DATE', '########', 'DATE_INVALID', 'too narrow', ''],
    ['BOOLEAN', '1', 'BOOLEAN_INVALID', 'formatted as a number', 'TRUE'],
    ['AUTHORISATION', '0', 'BOOLEAN_INVALID', 'formatted as a number', 'FALSE'],
    ['AUTHORISATION', 'Prawda', 'BOOLEAN_INVALID', 'another language', 'TRUE'],
    ['BOOLEAN', 'NEPRAVDA', 'BOOLEAN_INVALID', 'another language', 'FALSE'],
    ['NUMBER', '1.23E+11', 'NUMBER_INVALID', 'digits that are missing are lost', ''],
    ['NUMBER', '1,23457E+017', 'NUMBER_INVALID', 'digits that are missing are lost', ''],
    ['NUMBER', '#NAME?', 'NUMBER_INVALID', 'took the cell for a formula', ''],
    ['NUMBER', '#DIV/0!', 'NUMBER_INVALID', 'took the cell for a formula', ''],
    ['NUMBER', '12. Mai', 'NUMBER_INVALID', 'make dates of texts', ''],
    ['LIST', '1', 'CODE_UNKNOWN', 'dropped the zeros', '01'],
    ['MULTI_LIST', 'A|7', 'CODE_UNKNOWN', 'dropped the zeros', '007'],
    ['LIST', '1.00E+05', 'CODE_UNKNOWN', 'digits that are missing are lost', ''],
    ['LIST', '01/02/2024', 'CODE_UNKNOWN', 'make dates of texts', ''],
    ['LIST', '1-Mar', 'CODE_UNKNOWN', 'make dates of texts', ''],
    ['LIST', '02-févr.-24', 'CODE_UNKNOWN', 'make dates of texts', ''],
    ['LIST', 'Mrz 01', 'CODE_UNKNOWN', 'make dates of texts', ''],
    ['LIST', '#WERT!', 'CODE_UNKNOWN', 'took the cell for a formula', ''],
    ['LIST', '#NOM ?', 'CODE_UNKNOWN', 'took the cell for a formula', ''],
    ['LIST', 'Err:508', 'CODE_UNKNOWN', 'took the cell for a formula', ''],
  ])('of kind %s, %j, is %s and says what was done, and how to avoid it', (kind, cell, code, did, meant) => {
    const error = errorOf(kind, cell);
    expect(error).toMatchObject({ code, message: expect.stringMatching(did) });
    expect(error.hint).toContain('all columns as text');
    expect(error.hint?.match(/Did you mean (\S+)\?/)?.[1] ?? '').toBe(meant);
  });

  it.each<[FieldKind, string]>([
    ['DATE', 'today'],
    ['DATE', '31.04.2024'],
    ['DATE', '2024'],
    ['BOOLEAN', 'oui'],
    ['BOOLEAN', '2'],
    ['NUMBER', '1 234'],
    ['NUMBER', '12E'],
    ['LIST', 'MARKET-1'],
    ['LIST', '12'],
    ['LIST', '#1'],
  ])('is not what %s %j is: a plain mistake is called a mistake', (kind, cell) => {
    const error = errorOf(kind, cell);
    expect(`${error.message} ${error.hint}`).not.toMatch(/spreadsheet/i);
  });
});

it.each(['1.23E+11', '1,23456789012346E+017', '2.1.2024', '1-Feb', '########', '#REF!', '12345.0'])(
  'the contact number %s is seen to be what a spreadsheet left',
  (number) => {
    expect(spreadsheetDamage(number, 'NUMBER_OF_CONTACT')).toMatchObject({ did: { say: expect.any(String) } });
  },
);

it.each(['#N/A', '#REF!', '#VALEUR!', '#NOM ?', '#BEZUG!', '#¿NOMBRE?', '########', 'Err:502'])(
  'the text %s is what is left of a value: a [new] cell that holds it sets nothing',
  (cell) => {
    const reading = newCellReader(field('TEXT'))(cell);
    expect('error' in reading && inWords(reading.error)).toMatchObject({
      code: 'VALUE_DAMAGED',
      message: expect.stringContaining('FIELD (A field)'),
    });
    const problem = { code: 'VALUE_DAMAGED' as const, message: [{ say: 'x' }] };
    expect(withDamage(problem, cell, 'TEXT')).toEqual(problem);
  },
);

it.each(['1.23E+11', '12/31/2024', '#1', '##', '#METOO!', 'N/A', '#hashtag', '12345.0'])(
  'the text %s may be meant',
  (cell) => {
    expect(newCellReader(field('TEXT'))(cell)).toEqual({ value: cell });
  },
);

it.each(['000123', 'ORG-000001', '1-2', 'E11', '12E11', 'MAR1', 'A#12', '2024'])(
  'the contact number %s is not taken for damaged',
  (number) => {
    expect(spreadsheetDamage(number, 'NUMBER_OF_CONTACT')).toBeUndefined();
  },
);
