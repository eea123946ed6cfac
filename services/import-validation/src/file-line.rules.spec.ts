import type { Definitions, FieldDefinition } from '@roundtrip/fields';
import { describe, expect, it } from '@jest/globals';
import { isWarning, type PlannedLine, plannedLine } from '@roundtrip/contracts';
import { inWords } from '../test/in-words.js';
import { DuplicateLines } from './duplicate-lines.js';
import { readHeader } from './header/header.rules.js';
import { contactNumberOf, keptCells, lineReader } from './file-line.rules.js';

const values = ['ROCK', 'JAZZ'].map((code, rank) => ({ code, name: code, rank, active: true }));
const field = (code: string, more: Partial<FieldDefinition>): FieldDefinition => ({
  path: `criteria.${code}`,
  code,
  name: code,
  kind: 'TEXT',
  rank: 1,
  active: true,
  values: [],
  ...more,
});
const definitions: Definitions = {
  criteria: [field('GENRE', { kind: 'LIST', values }), field('NOTE', {}), field('SEATS', { kind: 'NUMBER' })],
  authorisations: [],
};
const header = ['CONTACT_NUMBER', 'EMAIL', '[old] GENRE', '[new] GENRE', '[old] NOTE', '[new] NOTE', '[new] SEATS'];

function readAll(rows: string[][], columns = header, part?: number): PlannedLine[] {
  const layout = readHeader(columns, 'criteria', definitions);
  const duplicates = new DuplicateLines();
  rows.forEach((found, index) => {
    const cells = keptCells(layout, found);
    const number = cells && contactNumberOf(layout, cells);
    if (number !== undefined) duplicates.add(number, { line: index + 2, part: part ?? 1 });
  });
  const read = lineReader({
    layout,
    othersOf: (number, place) => duplicates.othersOf(number, place),
    ...(part && { part }),
  });
  return rows.map((cells, index) => {
    const line = read({ line: index + 2, cells });
    // What leaves here is what bulk-update relies on.
    expect(plannedLine.parse(JSON.parse(JSON.stringify(line)))).toEqual(line);
    return line;
  });
}

const readOne = (cells: string[], columns = header): PlannedLine => readAll([cells], columns)[0]!;
const codes = (line: PlannedLine): string[] => line.issues.map(({ code }) => code);

const untouched = (number: string): string[] => [number, '', '', '', '', '', ''];

describe('an error about a cell', () => {
  it('shows the beginning of a header cell that is as long as a row', () => {
    const long = `[new] GENRE - ${'x'.repeat(100_000)}`;
    const line = readOne(['1', 'WALTZ'], ['CONTACT_NUMBER', long]);
    expect(line.issues[0]?.column).toMatch(/^\[new\] GENRE - x+…$/);
    expect(JSON.stringify(line).length).toBeLessThan(2_000);
  });
});

describe('a line of a file', () => {
  it('that is untouched asks for nothing', () => {
    const cells = ['000123', 'a@example.org', 'ROCK', '', 'text', '', ''];
    expect(readOne(cells)).toEqual({
      line: 2,
      contactNumber: '000123',
      email: 'a@example.org',
      changes: [],
      issues: [],
      raw: cells,
    });
  });

  it('asks for what its [new] cells say, and tells what the [old] ones said', () => {
    expect(readOne([' 7 ', '', 'ROCK', 'JAZZ', "'=1", 'Empty', ' 12,5 ']).changes).toEqual([
      { field: 0, old: { value: 'ROCK' }, new: 'JAZZ' },
      { field: 1, old: { value: '=1' }, new: null },
      { field: 2, old: { missing: true }, new: 12.5 },
    ]);
  });

  it('takes the guard of a formula off its e-mail address and its number', () => {
    expect(readOne(["'-7", "'=a@example.org", '', '', '', '', ''])).toMatchObject({
      contactNumber: '-7',
      email: '=a@example.org',
    });
  });

  it('has the number, the address and the codes that are seen, whatever else is stored', () => {
    const cells = [
      '\u200e00\u200b123',
      ' \u202aa@exa\u00admple.org',
      '',
      'JA\u200bZZ',
      '',
      'Cafe\u0301\u200b',
      '\ufeff12,5',
    ];
    const line = readOne(cells);
    expect(line).toMatchObject({ contactNumber: '00123', email: 'a@example.org', issues: [], raw: cells });
    expect(line.changes.map((change) => change.new)).toEqual(['JAZZ', 'Café\u200b', 12.5]);
  });

  it.each([
    ['="00123"', '00123', undefined],
    ['\u200b = "00123" ', '00123', undefined],
    ['E\u0301-1', 'É-1', 'E\u0301-1'],
    ['00\u200b123', '00123', '00\u200b123'],
    [' 00123 ', '00123', undefined],
    ["'-7", '-7', undefined],
    [`1${'\u200b'.repeat(40)}`, '1', undefined],
  ])('with the number %j is of %s, and of who was called %j before', (cell, contactNumber, writtenNumber) => {
    const line = readOne(untouched(cell));
    expect([line.contactNumber, line.writtenNumber]).toEqual([contactNumber, writtenNumber]);
  });

  it('is of one contact, however its number is written', () => {
    const numbers = ['É-1', 'E\u0301-1', '\ufeffÉ-1', '="É-1"'];
    expect(readAll(numbers.map(untouched)).map(codes)).toEqual(numbers.map(() => ['CONTACT_DUPLICATE_ROW']));
  });

  it('reports each bad cell with its column, its text and what to do, and keeps the good ones', () => {
    const line = readOne(['1', '', '', 'POP', '', 'good', 'twelve']);
    expect(line.issues).toEqual([
      expect.objectContaining({
        code: 'CODE_UNKNOWN',
        line: 2,
        column: '[new] GENRE',
        value: 'POP',
        hint: [{ say: 'codes-allowed', with: { codes: 'ROCK, JAZZ' } }],
      }),
      expect.objectContaining({ code: 'NUMBER_INVALID', line: 2, column: '[new] SEATS', value: 'twelve' }),
    ]);
    expect(line.changes).toEqual([{ field: 1, old: { value: null }, new: 'good' }]);
  });

  it('warns of an [old] cell that cannot be read, where something is asked for', () => {
    const line = readOne(['1', '', 'POP', 'ROCK', '', '', '']);
    expect(codes(line)).toEqual(['OLD_UNREADABLE']);
    expect(line.issues.every(({ code }) => isWarning(code))).toBe(true);
    expect(line.changes).toEqual([{ field: 0, old: { unreadable: 'POP' }, new: 'ROCK' }]);
    expect(codes(readOne(['1', '', 'POP', '', '', '', '']))).toEqual([]);
  });

  it('says what a spreadsheet did to an [old] cell', () => {
    expect(readOne(['1', '', '01/02/2024', 'ROCK', '', '', '']).issues.map(inWords)).toEqual([
      expect.objectContaining({
        code: 'OLD_UNREADABLE',
        message: expect.stringContaining('spreadsheets make dates of texts'),
        hint: expect.stringContaining('all columns as text'),
      }),
    ]);
  });

  it.each([
    ['too short', ['1', '', '', 'ROCK'], 'has 4 cells, and the header line has 7', ['1', '', '', 'ROCK', '', '', '']],
    [
      'too long',
      ['1', '', '', 'ROCK', '', '', '', '', 'x', ' '],
      'has 10 cells, and the header line has 7',
      ['1', '', '', 'ROCK', '', '', '', '', 'x'],
    ],
    ['one cell', ['1'], 'has 1 cell,', ['1', '', '', '', '', '', '']],
  ])('that is %s is not read any further, and not lost', (_name, cells, message, raw) => {
    const line = readOne(cells);
    expect(line.issues.map(inWords)).toEqual([
      expect.objectContaining({ code: 'ROW_WIDTH', message: expect.stringContaining(message) }),
    ]);
    expect(line).not.toHaveProperty('contactNumber');
    expect(line.changes).toEqual([]);
    expect(line.raw).toEqual(raw);
  });

  it('may have blank cells behind its last column', () => {
    expect(readOne(['1', '', '', 'ROCK', '', '', '', '', ' '])).toMatchObject({
      issues: [],
      changes: [{ field: 0 }],
      raw: ['1', '', '', 'ROCK', '', '', ''],
    });
  });

  it('of a result file may have its [errors] cell or not', () => {
    const columns = [...header, '[errors]'];
    const cells = ['1', '', '', 'ROCK', '', '', ''];
    for (const found of [cells, [...cells, 'CODE_UNKNOWN: no such code'], [...cells, '', '']]) {
      expect(readOne(found, columns)).toMatchObject({ issues: [], changes: [{ field: 0, new: 'ROCK' }], raw: cells });
    }
    expect(codes(readOne(cells.slice(0, 6), columns))).toEqual(['ROW_WIDTH']);
  });

  it.each(['\0', '\x07', '\x1b', '\x7f', '\x85', '\x9d'])(
    'with the control character %j says in which cell',
    (character) => {
      const line = readOne(['1', '', '', '', '', `a${character}b`, '1']);
      expect(line.issues).toEqual([
        expect.objectContaining({ code: 'CONTROL_CHARACTER', column: '[new] NOTE', value: 'a\uFFFDb' }),
      ]);
      expect(line.changes).toEqual([{ field: 2, old: { missing: true }, new: 1 }]);
    },
  );

  it('may hold TAB and line breaks in a text', () => {
    expect(readOne(['1', '', '', '', '', 'a\tb\r\nc', ''])).toMatchObject({
      issues: [],
      changes: [{ new: 'a\tb\nc' }],
    });
  });

  it.each([
    ['', 'CONTACT_NUMBER_MISSING'],
    ['  ', 'CONTACT_NUMBER_MISSING'],
    ['1'.repeat(21), 'TEXT_TOO_LONG'],
    ['1\0', 'CONTROL_CHARACTER'],
  ])('with the contact number %j: %s', (number, code) => {
    const line = readOne(untouched(number));
    expect(codes(line)).toEqual([code]);
    expect(line).not.toHaveProperty('contactNumber');
  });

  it('of a contact that is on other lines, too, names them; each of them does', () => {
    const lines = readAll([untouched('1'), untouched('2'), untouched(' 1 '), untouched('01'), untouched('1')]);
    expect(lines.map(codes)).toEqual([
      ['CONTACT_DUPLICATE_ROW'],
      [],
      ['CONTACT_DUPLICATE_ROW'],
      [],
      ['CONTACT_DUPLICATE_ROW'],
    ]);
    const said = lines.map(({ issues }) => issues.map(inWords)[0]?.message);
    expect(said[0]).toContain('rows 4, 6;');
    expect(said[4]).toContain('rows 2, 4;');
  });

  it('of a contact that is on very many lines names ten of them', () => {
    const named = readAll(Array.from({ length: 12 }, () => untouched('1'))).map(
      ({ issues }) => inWords(issues[0]!).message,
    );
    for (const message of named) expect(/rows ([\d, ]+\d)/.exec(message)?.[1]?.split(', ')).toHaveLength(10);
    expect(named[0]).toContain(', 12 and more;');
  });

  it('says of a contact number that a spreadsheet made too long what happened to it', () => {
    expect(readOne(untouched('1,23456789012346E+017')).issues.map(inWords)).toEqual([
      expect.objectContaining({
        code: 'TEXT_TOO_LONG',
        column: 'CONTACT_NUMBER',
        message: expect.stringContaining('took a long number for a quantity'),
        hint: expect.stringMatching(/^Take the number from the template again/),
      }),
    ]);
  });

  it('that is too short is no other line of its contact', () => {
    expect(readAll([untouched('1'), ['1']]).map(codes)).toEqual([[], ['ROW_WIDTH']]);
  });

  it('names its part in a file of several', () => {
    const row = ['1', '', '', 'POP', '', '', ''];
    const [line] = readAll([row, row], header, 2);
    expect(line).toMatchObject({ line: 2, part: 2 });
    expect(line?.issues.map((issue) => issue.part)).toEqual([2, 2]);
    expect(inWords(line!.issues[0]!).message).toContain('row 3 of part 2');
  });

  it('shows 200 characters of a long cell', () => {
    expect(readOne(['1', '', '', '', '', 'x'.repeat(1001), '']).issues[0]).toMatchObject({
      code: 'TEXT_TOO_LONG',
      value: `${'x'.repeat(199)}…`,
    });
  });
});

describe('a line whose cells were shifted', () => {
  const columns = ['CONTACT_NUMBER', '[new] GENRE', '[new] SEATS', '[new] NOTE'];
  const hintOf = (cells: string[]) => readOne(cells, columns).issues.map((issue) => inWords(issue).message);

  it('is told by a value of one field in the column of the field beside', () => {
    const [issue] = readOne(['1', '', 'JAZZ', ''], columns).issues;
    expect(inWords(issue!)).toMatchObject({
      code: 'NUMBER_INVALID',
      column: '[new] SEATS',
      message: expect.stringContaining('It is a value of GENRE, the field beside'),
      hint: expect.stringContaining('move its cells back under their columns'),
    });
  });

  it('is not told by texts and numbers, which may stand anywhere, nor by one letter', () => {
    for (const cells of [
      ['1', '12', '', ''],
      ['1', '', 'nice seats', ''],
      ['1', '', 'J', ''],
    ]) {
      expect(hintOf(cells)).toEqual([expect.not.stringContaining('shifted')]);
    }
  });
});

describe('a line of the ordinary contact import', () => {
  it('asks for its filled cells; there is no [old], and its EMAIL is a field', () => {
    const layout = readHeader(['CONTACT_NUMBER', 'LAST_NAME', 'EMAIL', 'BIRTH_DATE', 'CITY'], 'contacts', definitions);
    const read = lineReader({ layout, othersOf: () => [] });
    const line = read({ line: 2, cells: ['1', 'Müller', 'a@example.org', '31.12.1999', ''] });
    expect(line.changes).toEqual([
      { field: 0, old: { missing: true }, new: 'Müller' },
      { field: 1, old: { missing: true }, new: 'a@example.org' },
      { field: 2, old: { missing: true }, new: '1999-12-31' },
    ]);
    expect(line).not.toHaveProperty('email');
    expect(codes(read({ line: 3, cells: ['2', '', '', '31.02.1999', ''] }))).toEqual(['DATE_INVALID']);
    const { issues } = read({ line: 4, cells: ['3', '', '', '25569', ''] });
    expect(inWords(issues[0]!).hint).toContain('Did you mean 1970-01-01?');
    expect(codes(read({ line: 5, cells: ['4', '#N/A', 'a@b.fr; c@d.fr', '', '####'] }))).toEqual([
      'VALUE_DAMAGED',
      'EMAIL_INVALID',
      'VALUE_DAMAGED',
    ]);
  });
});
