import { Sheet } from '@roundtrip/tour';
import { type Cast, column, goodBecomes, goodSheet, template, textOf } from './cast.js';
import type { CodeCase, FoundInLines } from './code-case.js';
import { zipOf } from './zip-files.js';

/** What is wrong with one line: another one of the file is applied all the same, and one is untouched. */

type LineCase = CodeCase & { found: FoundInLines };

const newProfession = column('new', 'PROFESSION');

interface Spoilt {
  code: CodeCase['code'];
  about: string;
  spoil: (first: string[], sheet: Sheet, cast: Cast) => void;
  issues: FoundInLines['issues'];
  correct: FoundInLines['correct'];
}

/** The good file with its first line spoilt. */
const spoilt = ({ code, about, spoil, issues, correct }: Spoilt): LineCase => ({
  code,
  about,
  form: { dataType: 'criteria' },
  file: (cast) => {
    const sheet = goodSheet(cast);
    spoil(sheet.rows[0]!, sheet, cast);
    return textOf(sheet);
  },
  found: { at: 'lines', issues, lines: { applied: 1, unchanged: 1, rejected: 1 }, ...(correct && { correct }) },
  becomes: goodBecomes,
});

const setCell =
  (name: string, value: string | ((cast: Cast) => string)) =>
  (rejected: Sheet, cast: Cast): void => {
    rejected.rows[0]![rejected.column(name)] = typeof value === 'string' ? value : value(cast);
  };

export const lineCases: readonly LineCase[] = [
  spoilt({
    code: 'ROW_WIDTH',
    about: 'a cell too few',
    spoil: (row) => row.splice(2, 1),
    issues: [{ code: 'ROW_WIDTH', line: 2, says: ['5 cells', '6'] }],
    correct: (rejected, cast) => {
      rejected.rows[0] = [...goodSheet(cast).rows[0]!, rejected.rows[0]!.at(-1)!];
    },
  }),
  spoilt({
    code: 'ROW_WIDTH',
    about: 'a cell too many',
    spoil: (row) => row.splice(2, 1, 'Kim', 'and family'),
    issues: [{ code: 'ROW_WIDTH', line: 2, says: ['7 cells', '6'] }],
    // Nothing of the line is lost: what was too much stands behind the last column.
    correct: ({ rows }) => {
      const [number, email, lastName, andFamily, firstName, old, errors, edited] = rows[0] as [string, ...string[]];
      rows[0] = [number, email!, `${lastName}, ${andFamily}`, firstName!, old!, edited!, errors!];
    },
  }),
  spoilt({
    code: 'CONTROL_CHARACTER',
    about: 'in a [new] cell',
    spoil: (row) => (row[5] = 'TEA\u0000CHER'),
    issues: [
      { code: 'CONTROL_CHARACTER', line: 2, column: newProfession, value: 'TEA\uFFFDCHER', says: ['CSV UTF-8'] },
    ],
    correct: setCell('[new] PROFESSION', 'TEACHER'),
  }),
  spoilt({
    code: 'CONTACT_NUMBER_MISSING',
    about: 'a blank cell',
    spoil: (row) => (row[0] = ' '),
    issues: [
      { code: 'CONTACT_NUMBER_MISSING', line: 2, column: 'CONTACT_NUMBER', says: ['contact number', 'template'] },
    ],
    correct: setCell('CONTACT_NUMBER', ({ numbers }) => numbers[0]),
  }),
  spoilt({
    code: 'CONTACT_UNKNOWN',
    about: 'a number of nobody',
    spoil: (row) => (row[0] = 'NOBODY-1'),
    issues: [
      {
        code: 'CONTACT_UNKNOWN',
        line: 2,
        column: 'CONTACT_NUMBER',
        value: 'NOBODY-1',
        says: ['NOBODY-1', 'leading zeros'],
      },
    ],
    correct: setCell('CONTACT_NUMBER', ({ numbers }) => numbers[0]),
  }),
  spoilt({
    code: 'CONTACT_UNKNOWN',
    about: 'an apostrophe before the number',
    spoil: (row) => (row[0] = `'${row[0]}`),
    issues: [
      { code: 'CONTACT_UNKNOWN', line: 2, column: 'CONTACT_NUMBER', says: ['There is "007', 'apostrophe', 'Delete'] },
    ],
    correct: setCell('CONTACT_NUMBER', ({ numbers }) => numbers[0]),
  }),
  spoilt({
    code: 'CONTACT_UNKNOWN',
    about: 'files that were pasted together',
    spoil: (row, { header }) => row.splice(0, 4, ...header.slice(0, 4)),
    issues: [{ code: 'CONTACT_UNKNOWN', line: 2, column: 'CONTACT_NUMBER', says: ['second header', 'Delete the row'] }],
    correct: ({ rows }, cast) => rows[0]!.splice(0, 6, ...goodSheet(cast).rows[0]!),
  }),
  {
    code: 'CONTACT_UNKNOWN',
    about: 'a new contact without a name',
    form: { dataType: 'contacts' },
    file: ({ numbers }) =>
      textOf(
        new Sheet(
          ['CONTACT_NUMBER', 'LAST_NAME', 'CITY'],
          [
            [`N${numbers[0]}`, '', 'Lyon'],
            [numbers[1], 'Kim', ''],
            [numbers[2], '', ''],
          ],
        ),
      ),
    found: {
      at: 'lines',
      issues: [{ code: 'CONTACT_UNKNOWN', line: 2, column: 'CONTACT_NUMBER', says: ['LAST_NAME', 'COMPANY'] }],
      lines: { applied: 1, unchanged: 1, rejected: 1 },
      correct: (rejected, cast) => {
        setCell('LAST_NAME', 'Kim')(rejected, cast);
        setCell('CONTACT_NUMBER', cast.numbers[0])(rejected, cast);
      },
    },
    becomes: { lastName: 'Kim', city: 'Lyon' },
  },
  {
    code: 'CONTACT_DUPLICATE_ROW',
    about: 'two lines of one contact',
    form: { dataType: 'criteria' },
    file: (cast) => {
      const sheet = goodSheet(cast);
      sheet.rows[2] = sheet.rows[0]!.with(5, 'RETIRED');
      return textOf(sheet);
    },
    found: {
      at: 'lines',
      issues: [
        { code: 'CONTACT_DUPLICATE_ROW', line: 2, column: 'CONTACT_NUMBER', says: ['row 4', 'one row'] },
        { code: 'CONTACT_DUPLICATE_ROW', line: 4, column: 'CONTACT_NUMBER', says: ['row 2', 'one row'] },
      ],
      lines: { applied: 1, rejected: 2 },
      correct: ({ rows }, { numbers, emails }) => rows[1]!.splice(0, 2, numbers[2], emails[2]),
      corrected: { applied: 2 },
    },
    becomes: goodBecomes,
  },
  {
    code: 'CONTACT_DUPLICATE_ROW',
    about: 'one contact in two parts of a .zip',
    form: { dataType: 'criteria' },
    fileName: 'teachers.zip',
    file: (cast) => {
      const sheet = goodSheet(cast);
      const part = (rows: string[][]): string => textOf(new Sheet(sheet.header, rows));
      return zipOf({ 'a_1.csv': part(sheet.rows.slice(0, 2)), 'a_2.csv': part(sheet.rows.toSpliced(1, 1)) });
    },
    found: {
      at: 'lines',
      issues: [
        { code: 'CONTACT_DUPLICATE_ROW', part: 1, line: 2, column: 'CONTACT_NUMBER', says: ['row 2 of part 2'] },
        { code: 'CONTACT_DUPLICATE_ROW', part: 2, line: 2, column: 'CONTACT_NUMBER', says: ['row 2 of part 1'] },
      ],
      lines: { applied: 1, unchanged: 1, rejected: 2 },
      correct: ({ rows }) => rows.splice(1, 1),
      corrected: { applied: 1 },
    },
    becomes: goodBecomes,
  },
  spoilt({
    code: 'EMAIL_MISMATCH',
    about: 'the address of another',
    spoil: (row, _sheet, { emails }) => (row[1] = emails[2]),
    issues: [{ code: 'EMAIL_MISMATCH', line: 2, column: 'EMAIL', says: ['@example.org', 'sorted'] }],
    correct: setCell('EMAIL', ({ emails }) => emails[0].toUpperCase()),
  }),
];

export const warningCases: readonly LineCase[] = [
  {
    code: 'FIELD_INACTIVE',
    about: 'a field that was deactivated since',
    form: { dataType: 'criteria' },
    file: (cast) => {
      const { header, rows } = goodSheet(cast);
      return textOf(
        new Sheet(
          header.toSpliced(4, 0, '[old] SEGMENT_2019 - Segment', '[new] SEGMENT_2019 - Segment', ''),
          rows.map((row) => row.toSpliced(4, 0, 'A', '', '')),
        ),
      );
    },
    found: {
      at: 'lines',
      issues: [{ code: 'FIELD_INACTIVE', line: 1, says: ['SEGMENT_2019', 'deactivated', 'ignored'] }],
      lines: { applied: 2, unchanged: 1 },
    },
    becomes: goodBecomes,
  },
  {
    code: 'OLD_COLUMN_MISSING',
    about: 'a file without [old] columns',
    form: { dataType: 'criteria' },
    file: (cast) => {
      const { header, rows } = goodSheet(cast);
      return textOf(
        new Sheet(
          header.toSpliced(4, 1),
          rows.map((row) => row.toSpliced(4, 1)),
        ),
      );
    },
    found: {
      at: 'lines',
      issues: [
        { code: 'OLD_COLUMN_MISSING', line: 1, column: column('old', 'PROFESSION'), says: ['[old]', 'PROFESSION'] },
      ],
      lines: { applied: 2, unchanged: 1 },
    },
    becomes: goodBecomes,
  },
  {
    code: 'OLD_UNREADABLE',
    about: 'an [old] cell that was typed over',
    form: { dataType: 'criteria' },
    file: (cast) => textOf(template(cast, 'criteria', { PROFESSION: [['?', 'TEACHER'], 'ARTIST', ''] })),
    found: {
      at: 'lines',
      issues: [
        {
          code: 'OLD_UNREADABLE',
          line: 2,
          column: column('old', 'PROFESSION'),
          value: '?',
          says: ['[old]', 'template'],
        },
        {
          code: 'CONFLICT',
          line: 2,
          column: newProfession,
          value: 'TEACHER',
          conflict: { old: '?', now: 'STUDENT', new: 'TEACHER' },
          says: ['"STUDENT"'],
        },
      ],
      lines: { applied: 1, unchanged: 1, rejected: 1 },
      correct: () => undefined,
    },
    becomes: goodBecomes,
  },
  {
    code: 'OLD_UNREADABLE',
    about: 'the [old] cell of a consent that was cleared',
    form: { dataType: 'authorisations' },
    file: (cast) =>
      textOf(
        template(cast, 'authorisations', { EMAIL: [['', 'Empty'], ['', 'FALSE'], ''], LETTER: ['', '', ['', 'TRUE']] }),
      ),
    found: {
      at: 'lines',
      issues: [
        { code: 'OLD_UNREADABLE', line: 2, column: column('old', 'EMAIL'), says: ['blank', 'Empty', 'template'] },
        {
          code: 'CONFLICT_REFUSAL',
          line: 2,
          column: column('new', 'EMAIL'),
          value: 'Empty',
          conflict: { old: '', now: 'FALSE', new: 'Empty' },
          says: ['its [old] cell is blank', 'asks for Empty'],
        },
        { code: 'OLD_UNREADABLE', line: 3, column: column('old', 'EMAIL'), says: ['blank'] },
        { code: 'OLD_UNREADABLE', line: 4, column: column('old', 'LETTER'), says: ['blank'] },
        {
          code: 'CONFLICT',
          line: 4,
          column: column('new', 'LETTER'),
          value: 'TRUE',
          conflict: { old: '', now: 'Empty', new: 'TRUE' },
          says: ['"Empty"'],
        },
      ],
      lines: { unchanged: 1, rejected: 2 },
      correct: () => undefined,
      corrected: { applied: 1, unchanged: 1 },
    },
    becomes: { 'authorisations.EMAIL': false },
  },
  {
    code: 'ENCODING_ASSUMED',
    about: 'a file of an old Excel, with names that nobody has',
    form: { dataType: 'criteria' },
    file: (cast) => {
      const sheet = template(cast, 'criteria', { PROFESSION: ['TEACHER', 'TEACHR', ''] });
      for (const row of sheet.rows) row[sheet.column('FIRST_NAME')] = 'Zoé';
      return Buffer.from(textOf(sheet, ';').slice(1), 'latin1');
    },
    found: {
      at: 'lines',
      issues: [
        { code: 'ENCODING_ASSUMED', says: ['Windows-1252', 'CSV UTF-8', 'not written'] },
        { code: 'CODE_UNKNOWN', line: 3, column: newProfession, value: 'TEACHR', says: ['TEACHER'] },
      ],
      lines: { applied: 1, unchanged: 1, rejected: 1 },
      correct: setCell('[new] PROFESSION', 'TEACHER'),
    },
    becomes: goodBecomes,
  },
  {
    code: 'ENCODING_DETECTED',
    about: 'a file of an old Excel, with the names of the contacts',
    form: { dataType: 'criteria' },
    file: (cast) =>
      Buffer.from(textOf(template(cast, 'criteria', { PROFESSION: ['ÉLU', 'TEACHR', ''] }), ';').slice(1), 'latin1'),
    found: {
      at: 'lines',
      issues: [
        { code: 'ENCODING_DETECTED', says: ['Windows-1252', '1 of 1', 'CSV UTF-8'] },
        { code: 'CODE_UNKNOWN', line: 3, column: newProfession, value: 'TEACHR', says: ['TEACHER'] },
      ],
      lines: { applied: 1, unchanged: 1, rejected: 1 },
      correct: setCell('[new] PROFESSION', 'TEACHER'),
    },
    becomes: { 'criteria.PROFESSION': 'ÉLU' },
  },
  {
    code: 'SAME_FILE_AGAIN',
    about: 'an update a second time',
    form: { dataType: 'criteria' },
    before: (update) => update(),
    file: (cast) => textOf(goodSheet(cast)),
    found: {
      at: 'lines',
      issues: [{ code: 'SAME_FILE_AGAIN', says: ['already', 'UTC', 'unchanged'] }],
      lines: { unchanged: 3 },
    },
    becomes: goodBecomes,
  },
  spoilt({
    code: 'LEADING_ZEROS_LOST',
    about: 'a number that a spreadsheet took for a figure',
    spoil: (row) => (row[0] = String(Number(row[0]))),
    issues: [
      { code: 'CONTACT_UNKNOWN', line: 2, column: 'CONTACT_NUMBER', says: ['leading zeros'] },
      { code: 'LEADING_ZEROS_LOST', line: 2, column: 'CONTACT_NUMBER', says: ['"00', 'as text'] },
    ],
    correct: setCell('CONTACT_NUMBER', ({ numbers }) => numbers[0]),
  }),
];
