import { describe, expect, it } from '@jest/globals';
import type { FieldKind } from '@roundtrip/contracts';
import { issueWords } from '@roundtrip/words';
import type { CellField } from '../field-definition.js';
import type { CellProblem } from './cell-reading.js';
import { newCellReader } from './new-cell.reader.js';

const value = (code: string, name: string, rank: number, active = true) => ({ code, name, rank, active });
const professions = [
  value('TEACHER', 'Schoolteacher', 1),
  value('ÉLÈVE', 'Pupil', 2),
  value('+18', 'Adult', 3),
  value('CLERK', 'Office clerk', 4, false),
];
const field = (kind: FieldKind): CellField => ({ code: 'FIELD', name: 'A field', kind, values: professions });
const read = (kind: FieldKind, cell: string) => newCellReader(field(kind))(cell);
const errorOf = (kind: FieldKind, cell: string) => {
  const reading = read(kind, cell);
  return 'error' in reading ? inWords(reading.error) : undefined;
};
const inWords = (problem: CellProblem) => ({ code: problem.code, ...issueWords('en', problem) });

const kinds: FieldKind[] = ['LIST', 'MULTI_LIST', 'BOOLEAN', 'AUTHORISATION', 'NUMBER', 'DATE', 'TEXT'];

describe.each(kinds)('a [new] cell of kind %s', (kind) => {
  it.each(['', ' ', '\t', ' ', '  \n '])('that holds only blanks (%j) changes nothing', (cell) => {
    expect(read(kind, cell)).toEqual({ blank: true });
  });

  it.each(['Empty', 'EMPTY', 'empty'])('that says %s removes the value', (cell) => {
    expect(read(kind, cell)).toEqual({ value: null });
  });
});

const otherLanguages = [
  'Vide',
  'VIDE',
  'vide',
  'vIdE',
  'Leer',
  'LEER',
  'Vuoto',
  'vuoto',
  'Vacío',
  'VACÍO',
  'Vaci\u0301o',
];

describe.each(kinds.filter((kind) => kind !== 'TEXT'))(
  'Empty in other languages, in a [new] cell of kind %s',
  (kind) => {
    it.each([...otherLanguages, ' Vide ', '="Leer"'])('is understood: %j', (cell) => {
      expect(read(kind, cell)).toEqual({ value: null });
    });

    it.each(['Vid', 'Vides', 'Leere', 'vacio', "'Vide"])('is not guessed: %j', (cell) => {
      expect(errorOf(kind, cell)).toBeDefined();
    });
  },
);

it.each(otherLanguages)('a text may be %j, which is a name or a word like any other', (cell) => {
  expect(read('TEXT', cell)).toEqual({ value: cell.normalize() });
});

describe('a value whose code says Empty in another language', () => {
  const readOf = (kind: FieldKind, values: CellField['values'], cell: string) =>
    newCellReader({ ...field(kind), values })(cell);

  it('wins, and nothing is removed because it was written in another case', () => {
    const values = [value('LEER', 'Vacant', 1), value('X', 'vide', 2)];
    expect(readOf('LIST', values, 'LEER')).toEqual({ value: 'LEER' });
    expect(readOf('MULTI_LIST', values, 'LEER|X')).toEqual({ value: ['LEER', 'X'] });
    for (const [cell, meant] of [
      ['Leer', 'LEER'],
      ['Vide', 'X'],
    ]) {
      const reading = readOf('LIST', values, cell!);
      expect('error' in reading && inWords(reading.error)).toMatchObject({
        code: 'CODE_UNKNOWN',
        hint: expect.stringContaining(`Did you mean ${meant}?`),
      });
    }
    expect(readOf('LIST', values, 'Vuoto')).toEqual({ value: null });
  });

  it('is refused, not removed, when it is no longer in use', () => {
    expect(readOf('LIST', [value('Vide', 'x', 1, false)], 'Vide')).toMatchObject({ error: { code: 'CODE_INACTIVE' } });
  });

  it('is told to stand alone where it stands beside codes', () => {
    expect(errorOf('MULTI_LIST', 'TEACHER|Vide')).toMatchObject({ hint: expect.stringContaining('Empty alone') });
  });
});

it.each(kinds)('a [new] cell of kind %s in which nothing is seen changes nothing', (kind) => {
  for (const cell of ['\u200b', ' \ufeff\u200e ', '\u00ad']) expect(read(kind, cell)).toEqual({ blank: true });
});

describe('true and false', () => {
  it.each([
    'TRUE',
    'true',
    'True',
    'T',
    't',
    'VRAI',
    'vrai',
    'Wahr',
    'VERO',
    'verdadero',
    'Verdadeiro',
    'WAAR',
    ' TRUE ',
  ])('%j is true', (cell) => {
    expect(read('AUTHORISATION', cell)).toEqual({ value: true });
    expect(read('BOOLEAN', cell)).toEqual({ value: true });
  });

  it.each(['FALSE', 'false', 'False', 'F', 'f', 'FAUX', 'faux', 'Falsch', 'FALSO', 'onwaar', 'FALSE '])(
    '%j is false',
    (cell) => {
      expect(read('AUTHORISATION', cell)).toEqual({ value: false });
    },
  );

  it.each(['1', '0', 'yes', 'oui', 'TRUE|FALSE', 'eMpTy', "'TRUE"])('%j is neither', (cell) => {
    expect(errorOf('BOOLEAN', cell)).toMatchObject({ code: 'BOOLEAN_INVALID' });
  });

  it('says what was found, where, and what to write', () => {
    const error = errorOf('AUTHORISATION', 'oui');
    expect(error?.message).toContain('"oui"');
    expect(error?.message).toContain('FIELD (A field)');
    expect(error?.hint).toMatch(/^Did you mean TRUE\?.*FALSE.*Empty/);
  });
});

describe('a LIST cell', () => {
  it.each(['TEACHER', ' TEACHER ', 'ÉLÈVE'])('takes the code %j', (cell) => {
    expect(read('LIST', cell)).toEqual({ value: cell.trim() });
  });

  it.each(['+18', "'+18"])('takes a code that looks like a formula, with or without the guard (%j)', (cell) => {
    expect(read('LIST', cell)).toEqual({ value: '+18' });
  });

  it.each([
    ['teacher', 'TEACHER', 'another case'],
    ['ELEVE', 'ÉLÈVE', 'missing accents'],
    ['TAECHER', 'TEACHER', 'two letters swapped'],
    ['Schoolteacher', 'TEACHER', 'the name instead of the code'],
    ['school teacher', 'TEACHER', 'nearly the name'],
  ])('refuses %j and asks whether %j was meant: %s', (cell, meant) => {
    expect(errorOf('LIST', cell)).toMatchObject({
      code: 'CODE_UNKNOWN',
      hint: expect.stringContaining(`Did you mean ${meant}?`),
    });
  });

  it.each([
    ['as macOS stores it', 'ÉLÈVE'.normalize('NFD'), 'ÉLÈVE'],
    ['with a zero-width space', '\u200bTEA\u200bCHER', 'TEACHER'],
    ['with a BOM and blanks', '\ufeff TEACHER\u00a0', 'TEACHER'],
    ['in marks of direction', '\u202a+18\u202c', '+18'],
    ['as a program writes a text for a spreadsheet', '="+18"', '+18'],
  ])('takes a code %s', (_how, cell, code) => {
    expect(read('LIST', cell)).toEqual({ value: code });
    expect(read('MULTI_LIST', cell)).toEqual({ value: [code] });
  });

  it('takes a value of any kind but a text as a program writes it for a spreadsheet', () => {
    expect(read('AUTHORISATION', '="TRUE"')).toEqual({ value: true });
    expect(read('DATE', '="2024-01-31"')).toEqual({ value: '2024-01-31' });
    expect(read('NUMBER', '="007"')).toEqual({ value: 7 });
    expect(read('LIST', '="Empty"')).toEqual({ value: null });
    expect(read('TEXT', '="007"')).toEqual({ value: '="007"' });
  });

  it('takes a code of a time when codes were stored as they came, and gives it as it is stored', () => {
    const old = 'CAFÉ'.normalize('NFD');
    const withOld = { ...field('LIST'), values: [value(old, 'Coffee', 1), value('\u200bX', 'X', 2)] };
    for (const cell of ['CAFÉ', old, 'CA\u00adFÉ']) {
      expect(newCellReader(withOld)(cell)).toEqual({ value: old });
      expect(newCellReader({ ...withOld, kind: 'MULTI_LIST' })(`${cell}|X`)).toEqual({ value: [old, '\u200bX'] });
    }
  });

  it('says of letters that look the same where they differ', () => {
    expect(errorOf('LIST', 'T\u0415ACHER')).toMatchObject({
      code: 'CODE_UNKNOWN',
      hint: 'Did you mean TEACHER? They look alike, and character 2 is another one: U+0415 where U+0045 is meant.',
    });
  });

  it('names the allowed codes when nothing is near', () => {
    expect(errorOf('LIST', 'ASTRONAUT')?.hint).toBe('Allowed: TEACHER, ÉLÈVE, +18.');
  });

  it('refuses a code that is no longer active, and never suggests one', () => {
    expect(errorOf('LIST', 'CLERK')).toMatchObject({
      code: 'CODE_INACTIVE',
      message: expect.stringContaining('CLERK'),
    });
    expect(errorOf('LIST', 'clerk')).toMatchObject({ code: 'CODE_UNKNOWN', hint: expect.not.stringContaining('mean') });
  });

  it('refuses several codes', () => {
    expect(errorOf('LIST', 'TEACHER|ÉLÈVE')).toMatchObject({ code: 'MULTIPLE_NOT_ALLOWED' });
  });
});

describe('a MULTI_LIST cell', () => {
  it.each([
    ['TEACHER', ['TEACHER']],
    ['ÉLÈVE|TEACHER', ['TEACHER', 'ÉLÈVE']],
    [' +18 | TEACHER ', ['TEACHER', '+18']],
    ["'+18|TEACHER", ['TEACHER', '+18']],
    ['TEACHER|ÉLÈVE|TEACHER', ['TEACHER', 'ÉLÈVE']],
  ])('%j is the set %j, in rank order', (cell, codes) => {
    expect(read('MULTI_LIST', cell)).toEqual({ value: codes });
  });

  it.each(['TEACHER|', '|TEACHER', 'TEACHER||ÉLÈVE', '|', 'TEACHER| |ÉLÈVE'])(
    'refuses the empty part of %j',
    (cell) => {
      expect(errorOf('MULTI_LIST', cell)).toMatchObject({ code: 'VALUE_LIST_SYNTAX' });
    },
  );

  it('refuses an inactive code, an unknown one, and the word Empty among others', () => {
    expect(errorOf('MULTI_LIST', 'TEACHER|CLERK')).toMatchObject({ code: 'CODE_INACTIVE' });
    expect(errorOf('MULTI_LIST', 'TEACHER|PILOT')).toMatchObject({ code: 'CODE_UNKNOWN' });
    expect(errorOf('MULTI_LIST', 'TEACHER|Empty')).toMatchObject({ code: 'CODE_UNKNOWN' });
  });

  it('explains the separator when only that is wrong', () => {
    expect(errorOf('MULTI_LIST', 'TEACHER, ÉLÈVE')?.hint).toContain('TEACHER|ÉLÈVE');
    expect(errorOf('MULTI_LIST', 'TEACHER||ÉLÈVE|')?.hint).toContain('Did you mean TEACHER|ÉLÈVE?');
    expect(errorOf('MULTI_LIST', 'TEACHER|Empty')?.hint).toContain('Empty alone');
  });
});

describe('a NUMBER cell', () => {
  it.each([
    ['12', 12],
    ['-12,5', -12.5],
    ['-12.5', -12.5],
    ['+3', 3],
    ['007', 7],
    ['0,10', 0.1],
    ['-0', 0],
    ['000', 0],
    [' 5 ', 5],
    ['123456789012345', 123456789012345],
    ['0.123456789012345', 0.123456789012345],
    ['1.50000000000000000000', 1.5],
  ])('%j is %d', (cell, number) => {
    expect(read('NUMBER', cell)).toEqual({ value: number });
  });

  it.each([
    '1 234',
    '1.234,5',
    '1,234.5',
    '1 234',
    '.5',
    '5.',
    '1e3',
    '--1',
    '12€',
    '−3',
    '1234567890123456',
    '0x10',
    'NaN',
    "'5",
    '٣',
  ])('%j is no number', (cell) => {
    expect(errorOf('NUMBER', cell)).toMatchObject({ code: 'NUMBER_INVALID' });
  });

  it.each([
    ['1 234', '1234'],
    ['1.234,5', '1234,5'],
    ['1,234.5', '1234.5'],
    ["1'234'567", '1234567'],
    ['1.234.567', '1234567'],
    ['12 €', '12'],
    ['CHF 12.50', '12.50'],
    ['−3', '-3'],
    ['.5', '0.5'],
    ['5.', '5'],
  ])('%j seems to mean %s', (cell, meant) => {
    expect(errorOf('NUMBER', cell)?.hint).toContain(`Did you mean ${meant}?`);
  });

  it.each(['1e3', '0x10', 'ten', '--1', '1234567890123456', '3 of 4', '12. Mai'])(
    '%j means nobody knows what',
    (cell) => {
      expect(errorOf('NUMBER', cell)?.hint).not.toContain('Did you mean');
    },
  );
});

describe('a DATE cell', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['29.02.2024', '2024-02-29'],
    ['01/12/1999', '1999-12-01'],
    ['2000-02-29', '2000-02-29'],
    [' 2024-01-31 ', '2024-01-31'],
  ])('%j is %s', (cell, date) => {
    expect(read('DATE', cell)).toEqual({ value: date });
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '31.04.2024',
    '12/31/2024',
    '2024-13-01',
    '2024-00-10',
    '0000-01-01',
    '1.2.2024',
    '01/02.2024',
    '24-01-01',
    '2024/01/31',
    '45292',
    'today',
  ])('%j is no date', (cell) => {
    expect(errorOf('DATE', cell)).toMatchObject({ code: 'DATE_INVALID', hint: expect.stringContaining('2025-03-31') });
  });
});

describe('a TEXT cell', () => {
  it.each([
    ['  indented ', '  indented '],
    ["'=SUM(A1)", '=SUM(A1)'],
    ["'Empty", 'Empty'],
    ['eMPTY', 'eMPTY'],
    ['line\r\nbreak', 'line\nbreak'],
    [' Empty', ' Empty'],
  ])('%j is the text %j', (cell, text) => {
    expect(read('TEXT', cell)).toEqual({ value: text });
  });

  it('takes 1,000 characters as a person counts them, and no more', () => {
    expect(read('TEXT', '😀'.repeat(1000))).toEqual({ value: '😀'.repeat(1000) });
    expect(errorOf('TEXT', 'x'.repeat(1001))).toMatchObject({
      code: 'TEXT_TOO_LONG',
      message: expect.stringContaining('1,001'),
      hint: 'Shorten the text by 1 character.',
    });
  });
});
