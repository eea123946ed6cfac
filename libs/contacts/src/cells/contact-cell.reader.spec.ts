import { describe, expect, it } from '@jest/globals';
import { contactFields } from '../fields/contact-fields.js';
import { newContactCellReader } from './contact-cell.reader.js';

function read(column: string, cell: string) {
  const field = contactFields.find((candidate) => candidate.column === column);
  if (!field) throw new Error(column);
  return newContactCellReader(field)(cell);
}

describe('a cell of the ordinary contact import', () => {
  it.each([
    ['LAST_NAME', ' Müller ', 'Müller'],
    ['LAST_NAME', "'Empty", 'Empty'],
    ['PHONE', '+33 1 23', '+33 1 23'],
    ['KIND', 'organisation', 'organisation'],
    ['COUNTRY', 'FR', 'FR'],
    ['BIRTH_DATE', '01.02.1990', '1990-02-01'],
    ['CONTACT_NUMBER', ' 000123 ', '000123'],
    ['CONTACT_NUMBER', 'Empty', 'Empty'],
    ['EMAIL', 'Empty', null],
  ])('%s %j is %j', (column, cell, value) => {
    expect(read(column, cell)).toEqual({ value });
  });

  it.each([
    ['KIND', 'human', 'CODE_UNKNOWN'],
    ['KIND', 'Empty', 'CODE_UNKNOWN'],
    ['COUNTRY', 'XX', 'CODE_UNKNOWN'],
    ['BIRTH_DATE', '30.02.1990', 'DATE_INVALID'],
    ['CONTACT_NUMBER', '1'.repeat(21), 'TEXT_TOO_LONG'],
    ['EMAIL', 'x'.repeat(255), 'TEXT_TOO_LONG'],
  ])('%s %j is refused: %s', (column, cell, code) => {
    expect(read(column, cell)).toMatchObject({ error: { code } });
  });

  it('suggests the code of a country whose name was given', () => {
    expect(read('COUNTRY', 'France')).toMatchObject({ error: { hint: expect.stringContaining('FR') } });
    expect(read('COUNTRY', 'fr')).toMatchObject({ error: { hint: expect.stringContaining('FR') } });
  });

  it.each(contactFields.map((field) => field.column))('%s that is blank changes nothing', (column) => {
    expect(read(column, '  ')).toEqual({ blank: true });
  });
});
