import type { CellCode, TemplateDataType } from '@roundtrip/contracts';
import { Sheet } from '@roundtrip/tour';
import { column, template, textOf } from './cast.js';
import type { CodeCase, FoundInLines } from './code-case.js';

/** One cell that is wrong, on the first line. */
interface WrongCell {
  code: CellCode;
  field: string;
  dataType?: TemplateDataType;
  onConflict?: 'overwrite';
  cell: string;
  /** What the `[old]` cell says, when it is not what is there now. */
  old?: string;
  /** The value in the error, when it is not the cell. */
  value?: string;
  conflict?: { old: string; now: string; new: string };
  says: readonly string[];
  /** What the officer writes; absent: the line goes back as it came. */
  correct?: string;
  /** The line that goes back as it came asks for nothing any more. */
  unread?: true;
  becomes: unknown;
  /** For the second line: any other value that the field takes. */
  good: string;
}

const wrongCell = (wrong: WrongCell): CodeCase & { found: FoundInLines } => {
  const {
    code,
    field,
    dataType = 'criteria',
    onConflict,
    cell,
    old,
    value = cell,
    conflict,
    says,
    correct,
    unread,
    good,
  } = wrong;
  return {
    code,
    about: `${field} "${cell.slice(0, 30)}"${old === undefined ? '' : ` from "${old}"`}`,
    form: { dataType, ...(onConflict && { onConflict }) },
    file: (cast) => textOf(template(cast, dataType, { [field]: [old === undefined ? cell : [old, cell], good, ''] })),
    found: {
      at: 'lines',
      issues: [{ code, line: 2, column: column('new', field), value, says, ...(conflict && { conflict }) }],
      lines: { applied: 1, unchanged: 1, rejected: 1 },
      correct: (rejected) => {
        if (correct !== undefined) rejected.rows[0]![rejected.column(`[new] ${field}`)] = correct;
      },
      ...(unread && { corrected: { unchanged: 1 } }),
    },
    becomes: { [`${dataType}.${field}`]: wrong.becomes },
  };
};

/** One cell of the ordinary contact import that is wrong, on the first line. */
const wrongContact = ({
  code,
  column: name,
  cell,
  says,
  correct,
}: Pick<WrongCell, 'code' | 'cell' | 'says'> & { column: string; correct: string }): CodeCase => ({
  code,
  about: `${name} "${cell}"`,
  form: { dataType: 'contacts' },
  file: ({ numbers }) =>
    textOf(
      new Sheet(
        ['CONTACT_NUMBER', 'STREET', name],
        [
          [numbers[0], 'Rue 1', cell],
          [numbers[1], 'Rue 2', ''],
          [numbers[2], '', ''],
        ],
      ),
    ),
  found: {
    at: 'lines',
    issues: [{ code, line: 2, column: name, value: cell, says }],
    lines: { applied: 1, unchanged: 1, rejected: 1 },
    correct: (rejected) => (rejected.rows[0]![rejected.column(name)] = correct),
  },
  becomes: { [name.toLowerCase()]: correct, street: 'Rue 1' },
});

const profession = { field: 'PROFESSION', correct: 'TEACHER', becomes: 'TEACHER', good: 'ARTIST' };
const interests = { field: 'INTERESTS', correct: 'OPERA|DANCE', becomes: ['OPERA', 'DANCE'], good: 'OPERA' };
const donations = { field: 'DONATIONS', correct: '1250,5', becomes: 1250.5, good: '0' };
const lastVisit = { field: 'LAST_VISIT', correct: '28.02.2025', becomes: '2025-02-28', good: '2025-02-28' };
const notes = { field: 'NOTES', correct: '=x', becomes: '=x', good: 'Short' };
const refused = { dataType: 'authorisations', field: 'EMAIL', good: 'Empty' } as const;

export const cellCases: readonly CodeCase[] = [
  wrongCell({ ...profession, code: 'CODE_UNKNOWN', cell: 'TEACHR', says: ['"TEACHR"', 'Did you mean TEACHER?'] }),
  wrongCell({ ...profession, code: 'CODE_UNKNOWN', cell: 'Schoolteacher', says: ['Did you mean TEACHER?'] }),
  wrongCell({
    ...profession,
    code: 'CODE_UNKNOWN',
    cell: 'Dompteur',
    says: ['TEACHER, STUDENT, EMPLOYEE, SELF_EMPLOYED, ARTIST, RETIRED, ÉLU'],
  }),
  wrongCell({ ...interests, code: 'CODE_UNKNOWN', cell: 'OPERA, DANCE', says: ['OPERA|DANCE'] }),
  wrongCell({ ...profession, code: 'CODE_INACTIVE', cell: 'CLERK', says: ['"CLERK"', 'no longer in use', 'TEACHER'] }),
  wrongCell({ ...profession, code: 'MULTIPLE_NOT_ALLOWED', cell: 'TEACHER|ARTIST', says: ['one', 'TEACHER'] }),
  wrongCell({ ...interests, code: 'VALUE_LIST_SYNTAX', cell: 'OPERA||DANCE', says: ['OPERA|DANCE'] }),
  wrongCell({
    code: 'BOOLEAN_INVALID',
    dataType: 'authorisations',
    field: 'PHONE',
    cell: 'nein',
    says: ['"nein"', 'TRUE', 'FALSE', 'Empty'],
    correct: 'FALSE',
    becomes: false,
    good: 'FALSE',
  }),
  wrongCell({ ...donations, code: 'NUMBER_INVALID', cell: '1 250,50 €', says: ['"1 250,50 €"', 'DONATIONS'] }),
  wrongCell({ ...lastVisit, code: 'DATE_INVALID', cell: '29.02.2025', says: ['"29.02.2025"', '2025-03-31'] }),
  wrongCell({
    ...notes,
    code: 'TEXT_TOO_LONG',
    cell: `Très ${'fidèle '.repeat(150)}`,
    value: `Très ${'fidèle '.repeat(150)}`.slice(0, 199).concat('…'),
    says: ['1,055', '1,000'],
  }),
  {
    code: 'CODE_UNKNOWN',
    about: 'a country by its name',
    form: { dataType: 'contacts' },
    file: ({ numbers }) =>
      textOf(
        new Sheet(
          ['CONTACT_NUMBER', 'CITY', 'COUNTRY'],
          [
            [numbers[0], 'Köln', 'Deutschland'],
            [numbers[1], 'Paris', 'FR'],
            [numbers[2], '', ''],
          ],
        ),
      ),
    found: {
      at: 'lines',
      issues: [{ code: 'CODE_UNKNOWN', line: 2, column: 'COUNTRY', value: 'Deutschland', says: ['two letters'] }],
      lines: { applied: 1, unchanged: 1, rejected: 1 },
      correct: (rejected) => (rejected.rows[0]![rejected.column('COUNTRY')] = 'DE'),
    },
    becomes: { country: 'DE', city: 'Köln' },
  },
  wrongCell({
    ...profession,
    code: 'CODE_UNKNOWN',
    cell: 'TE\u0410CHER',
    says: ['Did you mean TEACHER?', 'look alike', 'character 3', 'U+0410'],
  }),
  wrongCell({ ...notes, code: 'VALUE_DAMAGED', cell: '#N/A', says: ['"#N/A"', 'NOTES', 'formula', 'as text'] }),
  wrongContact({
    code: 'VALUE_DAMAGED',
    column: 'PHONE',
    cell: '4.47912E+11',
    says: ['PHONE', 'digits that are missing are lost', 'as text'],
    correct: '+447912345678',
  }),
  wrongContact({
    code: 'VALUE_DAMAGED',
    column: 'POSTCODE',
    cell: '75001.0',
    says: ['Did you mean 75001?'],
    correct: '75001',
  }),
  wrongContact({ code: 'VALUE_DAMAGED', column: 'CITY', cell: '#REF!', says: ['CITY', 'formula'], correct: 'Lyon' }),
  wrongContact({
    code: 'EMAIL_INVALID',
    column: 'EMAIL',
    cell: 'kim@example.org; sam@example.org',
    says: ['2 e-mail addresses', 'Keep the one'],
    correct: 'kim@example.org',
  }),
  wrongContact({
    code: 'EMAIL_INVALID',
    column: 'EMAIL',
    cell: 'not an address',
    says: ['"not an address"', 'marie@example.org'],
    correct: 'kim@example.org',
  }),
  wrongCell({
    ...profession,
    code: 'CONFLICT',
    cell: 'TEACHER',
    old: 'EMPLOYEE',
    conflict: { old: 'EMPLOYEE', now: 'STUDENT', new: 'TEACHER' },
    says: ['"EMPLOYEE"', '"STUDENT"'],
    correct: undefined,
  }),
  wrongCell({
    code: 'CONFLICT',
    field: 'LOYALTY',
    cell: 'SILVER',
    old: '',
    conflict: { old: 'Empty', now: '+GOLD', new: 'SILVER' },
    says: ['"+GOLD"'],
    becomes: 'SILVER',
    good: 'SILVER',
  }),
  wrongCell({
    code: 'CONFLICT',
    field: 'NOTES',
    cell: 'Empty',
    old: "'Empty",
    conflict: { old: 'Empty', now: '=guest of honour', new: 'Empty' },
    says: ['"=guest of honour"'],
    becomes: null,
    good: 'Short',
  }),
  wrongCell({
    ...interests,
    code: 'CONFLICT',
    cell: 'OPERA|DANCE',
    old: 'DANCE',
    conflict: { old: 'DANCE', now: 'DANCE|CIRCUS', new: 'OPERA|DANCE' },
    says: ['"DANCE|CIRCUS"'],
    correct: undefined,
  }),
  wrongCell({
    ...donations,
    code: 'CONFLICT',
    cell: '1250.5',
    old: '10.25',
    conflict: { old: '10.25', now: '10.5', new: '1250.5' },
    says: ['"10.5"'],
    correct: undefined,
  }),
  wrongCell({
    ...lastVisit,
    code: 'CONFLICT',
    cell: '28/02/2025',
    value: '2025-02-28',
    old: '',
    conflict: { old: 'Empty', now: '2024-05-01', new: '2025-02-28' },
    says: ['"2024-05-01"'],
    correct: undefined,
  }),
  wrongCell({
    ...refused,
    code: 'CONFLICT_REFUSAL',
    cell: 'Empty',
    old: 'TRUE',
    conflict: { old: 'TRUE', now: 'FALSE', new: 'Empty' },
    says: ['refus', 'asks for Empty', '"TRUE"'],
    becomes: false,
    unread: true,
  }),
  wrongCell({
    ...refused,
    code: 'CONFLICT_REFUSAL',
    onConflict: 'overwrite',
    cell: 'Empty',
    old: 'TRUE',
    conflict: { old: 'TRUE', now: 'FALSE', new: 'Empty' },
    says: ['refus', 'administrator'],
    becomes: false,
    unread: true,
  }),
  wrongCell({
    ...refused,
    code: 'CONFLICT_REFUSAL',
    onConflict: 'overwrite',
    cell: 'TRUE',
    old: 'Empty',
    conflict: { old: 'Empty', now: 'FALSE', new: 'TRUE' },
    says: ['refus', 'asks for TRUE', 'administrator', 'type the value again'],
    correct: 'TRUE',
    becomes: true,
  }),
];
