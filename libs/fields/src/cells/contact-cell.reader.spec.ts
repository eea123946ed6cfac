import { describe, expect, it } from '@jest/globals';
import { issueWords } from '@roundtrip/words';
import { contactFields } from '../contact-fields.js';
import { newContactCellReader } from './contact-cell.reader.js';

function read(column: string, cell: string) {
  const field = contactFields.find((candidate) => candidate.column === column);
  if (!field) throw new Error(column);
  return newContactCellReader(field)(cell);
}

function said(column: string, cell: string) {
  const reading = read(column, cell);
  return 'error' in reading ? issueWords('en', reading.error) : undefined;
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
    ['COUNTRY', 'Vide', null],
    ['BIRTH_DATE', 'vacío', null],
    ['LAST_NAME', 'Leer', 'Leer'],
    ['LAST_NAME', 'VIDE', 'VIDE'],
    ['LANGUAGE', '="empty"', null],
    ['COMPANY', '="empty"', null],
    ['LAST_NAME', 'Mu\u0308ller', 'Müller'],
    ['LAST_NAME', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['CONTACT_NUMBER', '="00123"', '00123'],
    ['CONTACT_NUMBER', ' = "00123" ', '00123'],
    ['CONTACT_NUMBER', '="00""1"', '00"1'],
    ['CONTACT_NUMBER', '\u200b="\u200e00123 "', '00123'],
    ['CONTACT_NUMBER', `'="00123"`, '="00123"'],
    ['CONTACT_NUMBER', '00\u200b1\u00ad2\ufeff3\u200e', '00123'],
    ['CONTACT_NUMBER', 'E\u0301-1', 'É-1'],
    ['CONTACT_NUMBER', "'0012345", "'0012345"],
    ['CONTACT_NUMBER', '#N/A', '#N/A'],
    ['PHONE', '\u202a+33 6 12\u202c', '+33 6 12'],
    ['PHONE', '12-34-56', '12-34-56'],
    ['MOBILE', "'+33612345678", '+33612345678'],
    ['POSTCODE', '="06000"', '06000'],
    ['POSTCODE', '00-950', '00-950'],
    ['EMAIL', ' a@b.fr\u200b', 'a@b.fr'],
    ['COMPANY', '#METOO!', '#METOO!'],
    ['LAST_NAME', '="Dupont "', 'Dupont'],
    ['LAST_NAME', `'="Dupont"`, '="Dupont"'],
    ['COMPANY', '1.5E+10', '1.5E+10'],
  ])('%s %j is %j', (column, cell, value) => {
    expect(read(column, cell)).toEqual({ value });
  });

  it.each([
    ['KIND', 'human', 'CODE_UNKNOWN'],
    ['KIND', 'Empty', 'CODE_UNKNOWN'],
    ['KIND', 'Leer', 'CODE_UNKNOWN'],
    ['EMAIL', 'Leer', 'EMAIL_INVALID'],
    ['COUNTRY', 'XX', 'CODE_UNKNOWN'],
    ['BIRTH_DATE', '30.02.1990', 'DATE_INVALID'],
    ['CONTACT_NUMBER', '1'.repeat(21), 'TEXT_TOO_LONG'],
    ['EMAIL', 'x'.repeat(255), 'TEXT_TOO_LONG'],
    ['EMAIL', 'not an address', 'EMAIL_INVALID'],
    ['EMAIL', 'a@b.fr; c@d.fr', 'EMAIL_INVALID'],
    ['EMAIL', '#N/A', 'VALUE_DAMAGED'],
    ['PHONE', '4.47912E+11', 'VALUE_DAMAGED'],
    ['MOBILE', '4,47912E+11', 'VALUE_DAMAGED'],
    ['MOBILE', '+33612345678.0', 'VALUE_DAMAGED'],
    ['PHONE', '#REF!', 'VALUE_DAMAGED'],
    ['PHONE', '#¡REF!', 'VALUE_DAMAGED'],
    ['POSTCODE', '####', 'VALUE_DAMAGED'],
    ['POSTCODE', '75001.0', 'VALUE_DAMAGED'],
    ['POSTCODE', '#NAME?', 'VALUE_DAMAGED'],
    ['LAST_NAME', '#N/A', 'VALUE_DAMAGED'],
    ['TITLE', '#NOM ?', 'VALUE_DAMAGED'],
    ['COMPANY', '#WERT!', 'VALUE_DAMAGED'],
    ['STREET', '#DIV/0!', 'VALUE_DAMAGED'],
    ['CITY', '#######', 'VALUE_DAMAGED'],
    ['LANGUAGE', 'Err:508', 'VALUE_DAMAGED'],
    ['COUNTRY', '#N/A', 'CODE_UNKNOWN'],
    ['KIND', '#N/A', 'CODE_UNKNOWN'],
    ['BIRTH_DATE', '########', 'DATE_INVALID'],
  ])('%s %j is refused: %s', (column, cell, code) => {
    expect(read(column, cell)).toMatchObject({ error: { code } });
  });

  it('suggests the code of a country whose name was given', () => {
    expect(said('COUNTRY', 'France')?.hint).toContain('FR');
    expect(said('COUNTRY', 'fr')?.hint).toContain('FR');
  });

  it('says what was done to a value, and what it may have been', () => {
    expect(said('POSTCODE', '75001.0')).toMatchObject({
      message: expect.stringContaining('added decimals'),
      hint: expect.stringMatching(/^Did you mean 75001\? Zeros .*all columns as text/),
    });
    expect(said('PHONE', '4.47912E+11')?.message).toContain('digits that are missing are lost');
  });

  it.each(contactFields.map((field) => field.column))('%s in which nothing is seen changes nothing', (column) => {
    for (const cell of ['', '  ', '\u200b', ' \ufeff']) expect(read(column, cell)).toEqual({ blank: true });
  });
});
