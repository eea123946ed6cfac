import type { Definitions, FieldDefinition } from '@roundtrip/fields';
import { FileProblem } from '@roundtrip/files';
import { describe, expect, it } from '@jest/globals';
import type { DataType } from '@roundtrip/contracts';
import { columnLetters } from '@roundtrip/xlsx';
import { inWords } from '../../test/in-words.js';
import { isKnownColumn, readHeader } from './header.rules.js';
import { filledProblem } from './layout.js';

const field = (path: string, more: Partial<FieldDefinition> = {}): FieldDefinition => {
  const code = path.split('.')[1]!;
  return { path, code, name: `Name of ${code}`, kind: 'BOOLEAN', rank: 1, active: true, values: [], ...more };
};

const definitions: Definitions = {
  criteria: [
    field('criteria.GENRE'),
    field('criteria.SEATS', { kind: 'NUMBER' }),
    field('criteria.OLD', { active: false }),
  ],
  authorisations: [
    field('authorisations.EMAIL', { kind: 'AUTHORISATION' }),
    field('authorisations.PHONE', { kind: 'AUTHORISATION' }),
  ],
};

const read = (header: string, dataType: DataType = 'criteria') => readHeader(header.split(';'), dataType, definitions);

function problemOf(header: string, dataType: DataType = 'criteria'): FileProblem {
  try {
    read(header, dataType);
  } catch (error) {
    if (error instanceof FileProblem) return error;
    throw error;
  }
  throw new Error(`${header} was taken`);
}

describe('the header of a template', () => {
  it('is read as the template writes it', () => {
    const layout = read(
      'CONTACT_NUMBER;EMAIL;LAST_NAME;FIRST_NAME;[old] GENRE - Name of GENRE;[new] GENRE - Name of GENRE;[old] SEATS - x;[new] SEATS - x',
    );
    expect(layout).toMatchObject({ numberColumn: 0, emailColumn: 1, minWidth: 8, width: 8, warnings: [] });
    expect(layout.fields.map(({ planned }) => planned)).toEqual([
      { path: 'criteria.GENRE', code: 'GENRE', name: 'Name of GENRE', kind: 'BOOLEAN', oldColumn: 4, newColumn: 5 },
      { path: 'criteria.SEATS', code: 'SEATS', name: 'Name of SEATS', kind: 'NUMBER', oldColumn: 6, newColumn: 7 },
    ]);
  });

  it('may have its columns in any order, other names, capitals or blanks, and columns that are blank at its end', () => {
    const layout = read(' [NEW] SEATS - renamed ;[new] GENRE;contact_number;[old] SEATS;;');
    expect(layout).toMatchObject({
      numberColumn: 2,
      width: 4,
      header: ['[NEW] SEATS - renamed', '[new] GENRE', 'contact_number', '[old] SEATS'],
    });
    expect(layout.fields.map(({ planned }) => [planned.code, planned.oldColumn, planned.newColumn])).toEqual([
      ['SEATS', 3, 0],
      ['GENRE', undefined, 1],
    ]);
  });

  it('warns of each field whose [old] column is missing', () => {
    expect(read('CONTACT_NUMBER;[new] GENRE;[old] SEATS;[new] SEATS').warnings).toEqual([
      expect.objectContaining({ code: 'OLD_COLUMN_MISSING', line: 1, column: '[old] GENRE - Name of GENRE' }),
    ]);
  });

  it('loses the columns of our own result files, so that those can be uploaded again and again', () => {
    const layout = read('[result];CONTACT_NUMBER;[old] GENRE;[new] GENRE;[errors];[Errors]');
    expect(layout).toMatchObject({
      header: ['CONTACT_NUMBER', '[old] GENRE', '[new] GENRE'],
      kept: [1, 2, 3],
      minWidth: 4,
      width: 6,
      numberColumn: 0,
    });
    expect(layout.fields[0]?.planned).toMatchObject({ oldColumn: 1, newColumn: 2 });
  });

  it.each([
    'CONTACT_NUMBER',
    'Contact number',
    'contactnumber',
    'contact-number',
    ' Contact\u00a0Number ',
    '\ufeffCONTACT_NUMBER',
    'CONTACT\u200b_NUMBER\u200e',
  ])('may call the column of the numbers %j', (name) => {
    expect(isKnownColumn(name)).toBe(true);
    expect(read(`EMAIL;${name};[new] GENRE`).numberColumn).toBe(1);
  });

  it('loses a column without a name, as long as nothing stands in it', () => {
    const layout = read('CONTACT_NUMBER;;[old] GENRE;\u200b;[new] GENRE;;[errors];');
    expect(layout).toMatchObject({
      header: ['CONTACT_NUMBER', '[old] GENRE', '[new] GENRE'],
      kept: [0, 2, 4],
      minWidth: 5,
      width: 7,
    });
    expect(layout.fields[0]?.planned).toMatchObject({ oldColumn: 1, newColumn: 2 });
    for (const cells of [
      ['1', ' ', '', '\u200b', 'TRUE', ''],
      ['1', '', '', '', 'TRUE'],
      ['1', '', '', '', '', '', 'x'],
    ])
      expect(filledProblem(layout, cells, { line: 2 })).toBeUndefined();
    expect(inWords(filledProblem(layout, ['1', '', '', 'x', ''], { line: 7 })!)).toMatchObject({
      code: 'HEADER_UNKNOWN_FIELD',
      line: 7,
      detail: 'Column D has no name in the first line, and something stands in it in row 7.',
    });
    expect(inWords(filledProblem(layout, ['1', '', '', '', '', 'x'], { line: 7, part: 2 })!)).toMatchObject({
      line: 7,
      part: 2,
      detail: expect.stringContaining(
        'Column F has no name in the first line, and something stands in it in row 7 of part 2',
      ),
    });
  });

  it('loses the columns of a field that has been deactivated with a warning, as long as they ask for nothing', () => {
    const layout = read('CONTACT_NUMBER;[old] OLD - x;[new] OLD - x;[new] GENRE;[old] GENRE');
    expect(layout).toMatchObject({ header: ['CONTACT_NUMBER', '[new] GENRE', '[old] GENRE'], kept: [0, 3, 4] });
    expect(layout.fields).toHaveLength(1);
    expect(layout.warnings.map(inWords)).toMatchObject([
      {
        code: 'FIELD_INACTIVE',
        line: 1,
        column: '[new] OLD - Name of OLD',
        message: expect.stringContaining('The field OLD has been deactivated'),
        hint: expect.any(String),
      },
    ]);
    expect(filledProblem(layout, ['1', 'was', ' ', 'TRUE', ''], { line: 2 })).toBeUndefined();
    for (const asked of ['TRUE', 'Empty', '?']) {
      expect(inWords(filledProblem(layout, ['1', 'was', asked, 'TRUE', ''], { line: 9 })!)).toMatchObject({
        code: 'HEADER_UNKNOWN_FIELD',
        line: 9,
        column: '[new] OLD - x',
        detail: expect.stringMatching(/OLD.*deactivated.*in row 9 is filled/),
      });
    }
  });

  it('may keep the [old] column of a field that has been deactivated', () => {
    expect(read('CONTACT_NUMBER;[new] GENRE;[old] OLD').fields).toHaveLength(1);
  });

  it.each<[string, string, DataType?]>([
    ['HEADER_MISSING_COLUMN', 'EMAIL;[new] GENRE'],
    ['HEADER_MISSING_COLUMN', 'CONTACT_NUMBER;EMAIL'],
    ['HEADER_MISSING_COLUMN', 'CONTACT_NUMBER;[old] GENRE'],
    ['HEADER_MISSING_COLUMN', '000123;a@example.org;Dupont;Jean;;TRUE'],
    ['HEADER_DUPLICATE', 'CONTACT_NUMBER;[new] GENRE - a;[new] GENRE - b'],
    ['HEADER_DUPLICATE', 'CONTACT_NUMBER;contact_number;[new] GENRE'],
    ['HEADER_UNKNOWN_FIELD', 'CONTACT_NUMBER;[new] OLD'],
    ['HEADER_UNKNOWN_FIELD', 'CONTACT_NUMBER;[new] GENRE;[new] EMAIL'],
    ['HEADER_UNKNOWN_FIELD', 'CONTACT_NUMBER;[new] genre'],
    ['HEADER_UNKNOWN_FIELD', 'CONTACT_NUMBER;[new] GENRE;[old] GENRES'],
    ['HEADER_UNKNOWN_FIELD', 'CONTACT_NUMBER;[new] GENRE;notes'],
    ['HEADER_UNKNOWN_FIELD', 'CONTACT_NUMBER;[new] __proto__'],
    ['WRONG_DATA_TYPE', 'CONTACT_NUMBER;[old] EMAIL;[new] EMAIL'],
    ['WRONG_DATA_TYPE', 'CONTACT_NUMBER;[new] GENRE', 'authorisations'],
    ['WRONG_DATA_TYPE', 'CONTACT_NUMBER;LAST_NAME;CITY'],
    ['WRONG_DATA_TYPE', 'CONTACT_NUMBER;[new] GENRE', 'contacts'],
    ['HEADER_MISSING_COLUMN', 'CONTACT_NUMBER', 'contacts'],
    ['HEADER_UNKNOWN_FIELD', 'CONTACT_NUMBER;LASTNAMES', 'contacts'],
    ['HEADER_DUPLICATE', 'CONTACT_NUMBER;Contact number;[new] GENRE'],
    ['HEADER_DUPLICATE', 'CONTACT_NUMBER;[new] GENRE;[new] GE\u200bNRE'],
    ['HEADER_DUPLICATE', 'CONTACT_NUMBER;CITY;City', 'contacts'],
  ])('is refused with %s: %s', (code, header, dataType = 'criteria') => {
    const problem = problemOf(header, dataType);
    expect(problem.code).toBe(code);
    expect(inWords(problem).hint).toBeTruthy();
  });

  it.each<[string, string, DataType?]>([
    ['CONTACT_NUMBER;[new] genre', 'Did you mean [new] GENRE?'],
    ['CONTACT_NUMBER;[new] SEAT', 'Did you mean [new] SEATS?'],
    ['CONTACT_NUMBER;[new] SEATS;Genre', 'Did you mean [new] GENRE?'],
    ['CONTACT_NUMBRE;[new] SEATS', 'Call that column CONTACT_NUMBER'],
    ['CONTACT_NUMBER;LASTNAMES', 'Did you mean LAST_NAME?', 'contacts'],
  ])('%s: "%s"', (header, hint, dataType = 'criteria') => {
    expect(inWords(problemOf(header, dataType)).hint).toContain(hint);
  });

  it('says that a field has been deactivated, or belongs to the other data type', () => {
    expect(inWords(problemOf('CONTACT_NUMBER;[old] OLD;[new] OLD')).detail).toContain('deactivated');
    expect(inWords(problemOf('CONTACT_NUMBER;[new] GENRE;[new] PHONE')).detail).toContain('authorisations');
  });

  it('is refused in words that hold nothing of a line that is no header', () => {
    const { detail, hint } = inWords(problemOf('CONTACT_NUMBER;[new] GENRE;Dupont'));
    expect(`${detail} ${hint}`).not.toContain('Dupont');
    expect(inWords(problemOf('000123;a@example.org;Dupont;Jean;;TRUE')).detail).not.toContain('Dupont');
  });
});

describe('the header of the ordinary contact import', () => {
  it('has a field for each column but the number, in the order of the file', () => {
    const layout = read('LAST_NAME;EMAIL;CONTACT_NUMBER;BIRTH_DATE', 'contacts');
    expect(layout.numberColumn).toBe(2);
    expect(layout.emailColumn).toBeUndefined();
    expect(layout.warnings).toEqual([]);
    expect(layout.fields.map(({ planned }) => [planned.path, planned.code, planned.kind, planned.newColumn])).toEqual([
      ['lastName', 'LAST_NAME', 'TEXT', 0],
      ['email', 'EMAIL', 'TEXT', 1],
      ['birthDate', 'BIRTH_DATE', 'DATE', 3],
    ]);
  });
});

describe('columns', () => {
  it.each([
    ['CONTACT_NUMBER', true],
    [' [new] ANYTHING - x', true],
    ['[errors]', true],
    ['postcode', true],
    ['Post code', true],
    ['e-mail', true],
    ['CONTACT_NUMBER;EMAIL', false],
    ['', false],
  ])('%j helps to find the delimiter: %s', (cell, known) => {
    expect(isKnownColumn(cell)).toBe(known);
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('number %i is called %s, as in a spreadsheet', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
  });
});
