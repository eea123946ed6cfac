import type { TemplateDataType } from '@roundtrip/contracts';
import { BOM, type Delimiter, encodeRecord } from '@roundtrip/csv';
import { theatre } from '@roundtrip/demo';
import { columnName } from '@roundtrip/fields';
import { type Client, finished } from '@roundtrip/test-kit/client';
import { Sheet } from '@roundtrip/tour';

/** The contacts of one case: three, that no other case touches. */
export interface Cast {
  numbers: readonly [string, string, string];
  emails: readonly [string, string, string];
}

/** Numbers with leading zeros, as they are lost in spreadsheets. */
export function castOf(index: number): Cast {
  const number = (position: number): string => `007${String(index).padStart(2, '0')}${position}`;
  const email = (position: number): string => `kim.${index}.${position}@example.org`;
  return { numbers: [number(1), number(2), number(3)], emails: [email(1), email(2), email(3)] };
}

/** What every contact has at the beginning, as a template shows it: texts of ours that look like formulas among them. */
export const initial: Record<TemplateDataType, Readonly<Record<string, string>>> = {
  criteria: {
    PROFESSION: 'STUDENT',
    INTERESTS: 'DANCE|CIRCUS',
    SUBSCRIBER: 'FALSE',
    LOYALTY: "'+GOLD",
    DONATIONS: '10.5',
    LAST_VISIT: '2024-05-01',
    NOTES: "'=guest of honour",
  },
  authorisations: { EMAIL: 'FALSE', PHONE: 'TRUE', LETTER: 'Empty' },
};

/** Of the three: one has a letter beyond ASCII. */
const firstNames = ['Sam', 'Sam', 'Léonie'] as const;

export const personColumns = ['CONTACT_NUMBER', 'EMAIL', 'LAST_NAME', 'FIRST_NAME'] as const;

const fields = new Map([...theatre.criteria, ...theatre.authorisations].map((field) => [field.code, field] as const));

/** The whole name of a column, e.g. `[new] PROFESSION - Profession`. */
export function column(part: 'old' | 'new', code: string): string {
  const field = fields.get(code);
  if (!field) throw new Error(`The theatre has no field ${code}`);
  return columnName(part, field);
}

/** For each field: what the `[new]` cells of the three lines hold, or both cells of each. */
type Edits = Record<string, readonly [string | Cells, string | Cells, string | Cells]>;
type Cells = readonly [old: string, edited: string];

/** A template of the three contacts as it comes back. `[old]` is what is there now, if nothing else is said. */
export function template({ numbers, emails }: Cast, dataType: TemplateDataType, edits: Edits): Sheet {
  const codes = Object.keys(edits);
  const header = [...personColumns, ...codes.flatMap((code) => [column('old', code), column('new', code)])];
  const rows = numbers.map((number, at) => [
    number,
    emails[at]!,
    `Kim ${number}`,
    firstNames[at]!,
    ...codes.flatMap((code) => {
      const cell = edits[code]![at]!;
      return typeof cell === 'string' ? [initial[dataType][code] ?? '', cell] : cell;
    }),
  ]);
  return new Sheet(header, rows);
}

/** A file with nothing wrong in it: two lines that change, one that does not. */
export const goodSheet = (cast: Cast): Sheet => template(cast, 'criteria', { PROFESSION: ['TEACHER', 'ARTIST', ''] });
export const goodBecomes = { 'criteria.PROFESSION': 'TEACHER' };

export const textOf = ({ header, rows }: Sheet, delimiter: Delimiter = ','): string =>
  BOM + [header, ...rows].map((cells) => encodeRecord(cells, delimiter)).join('');

/** Makes the contacts, with the ordinary contact import and two updates. */
export async function makeContacts(client: Client, casts: readonly Cast[]): Promise<void> {
  const contacts = casts.flatMap(({ numbers, emails }) =>
    numbers.map((number, at) => [number, emails[at]!, `Kim ${number}`, firstNames[at]!]),
  );
  const made = new Sheet([...personColumns], contacts);
  await applyAll(client, made, 'contacts');
  for (const dataType of ['criteria', 'authorisations'] as const) {
    const codes = Object.keys(initial[dataType]);
    const values = codes.map((code) => initial[dataType][code]!);
    const header = ['CONTACT_NUMBER', ...codes.map((code) => column('new', code))];
    await applyAll(
      client,
      new Sheet(
        header,
        contacts.map(([number]) => [number!, ...values]),
      ),
      dataType,
    );
  }
}

async function applyAll(client: Client, sheet: Sheet, dataType: string): Promise<void> {
  const ended = await finished(client, await client.import(textOf(sheet), { dataType, action: 'update' }));
  if (ended.state !== 'DONE' || ended.counts?.['applied'] !== sheet.rows.length)
    throw new Error(`The contacts were not made: ${JSON.stringify(ended)}`);
}
