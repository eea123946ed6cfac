import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContactDocument, CriterionDocument, WholeDatabase } from '@roundtrip/database';

/** A small institution with everything that a spreadsheet is able to damage: the fixtures were made from its templates. */

/** The folder of the files that `npm run fixtures:spreadsheets` makes. */
export const spreadsheetFixtures = join(import.meta.dirname, '../../fixtures/spreadsheets');

/** A file as LibreOffice saved it (`npm run fixtures:spreadsheets`), or the template that it opened. */
export const spreadsheetFixture = (name: string): Buffer => readFileSync(join(spreadsheetFixtures, name));

const values = (...codes: string[]): CriterionDocument['values'] =>
  codes.map((code, index) => ({ code, name: `Value ${code}`, rank: index + 1, active: true }));

const fields: Pick<CriterionDocument, 'code' | 'name' | 'kind' | 'values'>[] = [
  { code: 'JOB', name: 'Profession', kind: 'LIST', values: values('01', '02', 'TEACHER', '1-2') },
  { code: 'LIKES', name: 'Goûts', kind: 'MULTI_LIST', values: values('OPERA', 'DANCE', 'ÉTÉ') },
  { code: 'MEMBER', name: 'Member', kind: 'BOOLEAN', values: [] },
  { code: 'GIFTS', name: 'Gifts of the year', kind: 'NUMBER', values: [] },
  { code: 'VISIT', name: 'Last visit', kind: 'DATE', values: [] },
  { code: 'NOTE', name: 'Note', kind: 'TEXT', values: [] },
];

const consents = [
  { code: 'EMAIL', name: 'By e-mail' },
  { code: 'SMS', name: 'By SMS' },
];

type Person = Pick<
  ContactDocument,
  'contactNumber' | 'lastName' | 'firstName' | 'email' | 'criteria' | 'authorisations'
>;

/** In the order of a template: by contact number. */
export const sheetContacts: Person[] = [
  person('000101', 'Zoé', 'Lefèvre', { JOB: '01', MEMBER: true, VISIT: '2024-01-02' }, { EMAIL: true, SMS: false }),
  person('000102', 'Jürgen', 'Müller', { JOB: 'TEACHER', LIKES: ['OPERA', 'ÉTÉ'], GIFTS: 12.5 }, { EMAIL: false }),
  person('000103', 'Łukasz', 'Wójcik', { MEMBER: false, VISIT: '2024-12-31', NOTE: 'Łódź, then Paris' }, {}),
  person('000104', 'Anne', "O'Neill", { GIFTS: -3, NOTE: '=SUM(A1:A9)' }, { SMS: true }),
  person('000105', 'Bob', 'Durand', { JOB: '02', NOTE: 'Empty' }, { EMAIL: true }),
  person('000106', 'Chloé', '-Martin', { LIKES: ['DANCE'], NOTE: 'two\nlines; "quoted"' }, { EMAIL: false }),
  person('000107', 'David', 'Petit', { JOB: '1-2', GIFTS: 1000000 }, {}),
  person('000108', 'Eva', '@Home', { MEMBER: true, NOTE: "'already quoted" }, { EMAIL: true, SMS: true }),
  person('123456789012345678', 'Farid', 'Long', { VISIT: '2023-02-28' }, { EMAIL: false }),
  person('1234567890123456789', 'Gaël', 'Longer', { MEMBER: true }, { EMAIL: true }),
  person('2-3', 'Hugo', 'Day', { GIFTS: 0.25, NOTE: '+33 1 23' }, { SMS: false }),
  person('ORG-000007', 'Ida', 'Company', { JOB: 'TEACHER' }, { EMAIL: true }),
];

function person(
  contactNumber: string,
  firstName: string,
  lastName: string,
  criteria: Person['criteria'],
  authorisations: Person['authorisations'],
): Person {
  // Not in the order of the numbers, so that sorting the addresses alone moves them.
  const email = `${firstName
    .normalize('NFD')
    .replaceAll(/[^a-z]/gi, '')
    .toLowerCase()
    .split('')
    .toReversed()
    .join('')}@example.org`;
  return { contactNumber, firstName, lastName, email, criteria, authorisations };
}

export async function makeSheetDefinitions(database: WholeDatabase, institution: string): Promise<void> {
  const common = { institution, active: true, version: 1, appliedRequests: [] };
  await database.criteria.insertMany(
    fields.map((field, index) => ({ ...common, ...field, _id: `${institution}:${field.code}`, rank: index + 1 })),
  );
  await database.authorisations.insertMany(
    consents.map((consent, index) => ({
      ...common,
      ...consent,
      _id: `${institution}:${consent.code}`,
      rank: index + 1,
    })),
  );
}

/** @param extra contacts besides those of the fixtures */
export async function makeSheetInstitution(
  database: WholeDatabase,
  institution: string,
  extra: Person[] = [],
): Promise<void> {
  await makeSheetDefinitions(database, institution);
  const madeAt = new Date('2025-01-15T08:00:00Z');
  await database.contacts.insertMany(
    [...sheetContacts, ...extra].map((contact) => ({
      ...contact,
      _id: `${institution}:${contact.contactNumber}`,
      institution,
      kind: 'person' as const,
      valid: true,
      anonymised: false,
      rev: 1,
      lastChange: null,
      createdAt: madeAt,
      updatedAt: madeAt,
    })),
  );
  await database.institutions.insertOne({
    _id: institution,
    name: 'Sheets',
    delimiter: ';',
    language: 'en',
    allowedEmailDomains: [],
  });
}
