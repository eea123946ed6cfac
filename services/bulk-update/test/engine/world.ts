import type { FieldValue, OldValue, PlannedChange, PlannedField } from '@roundtrip/contracts';
import type { ContactDocument } from '@roundtrip/database';
import type { Random } from '@roundtrip/demo';
import { contactOf, type GivenImport, type GivenLine, requester } from '../imports.js';

/** Random contacts, and random files over them that were exported at some moment. */

interface Field extends PlannedField {
  choices: Exclude<FieldValue, null>[];
}

const field = (path: string, kind: Field['kind'], newColumn: number, choices: Field['choices']): Field => {
  const code = path.slice(path.indexOf('.') + 1);
  return { path, code, name: code, kind, newColumn, choices };
};
const withOld = (path: string, kind: Field['kind'], at: number, choices: Field['choices']): Field => ({
  ...field(path, kind, 2 * at + 2, choices),
  oldColumn: 2 * at + 1,
});

export const fieldsOf = {
  authorisations: [
    withOld('authorisations.EMAIL', 'AUTHORISATION', 0, [true, false]),
    withOld('authorisations.PHONE', 'AUTHORISATION', 1, [true, false]),
  ],
  criteria: [
    withOld('criteria.GENRE', 'LIST', 0, ['JAZZ', 'ROCK']),
    withOld('criteria.TAGS', 'MULTI_LIST', 1, [['A'], ['A', 'B'], ['B']]),
  ],
  contacts: [field('lastName', 'TEXT', 1, ['Durand', 'Dupont']), field('city', 'TEXT', 2, ['Lyon', 'Nice'])],
} satisfies Record<GivenImport['dataType'] & string, Field[]>;

type DataType = keyof typeof fieldsOf;

const numberOf = (index: number): string => String(index + 1).padStart(4, '0');

export function randomContacts(random: Random, institution: string, count: number): ContactDocument[] {
  return Array.from({ length: count }, (_, index) => {
    const contact = contactOf(institution, numberOf(index), {
      rev: 1 + random.below(3),
      email: `${index}@example.org`,
    });
    if (random.chance(0.05)) contact.valid = false;
    if (random.chance(0.05)) contact.anonymised = true;
    for (const { path, choices } of [...fieldsOf.authorisations, ...fieldsOf.criteria]) {
      const [holder, code] = path.split('.') as ['criteria', string];
      if (random.chance(0.6)) (contact[holder] as Record<string, unknown>)[code] = random.pick<unknown>(choices);
    }
    return contact;
  });
}

export interface Choices extends Partial<
  Pick<GivenImport, 'action' | 'onConflict' | 'overwriteRefusals' | 'requestedBy'>
> {
  importId: string;
  institution: string;
  dataType?: DataType;
  /** Lines a chunk. */
  chunkLines?: number;
  /** How many of the contacts it names, and how many of their cells it fills. */
  share?: number;
}

/** @param exported the contacts as they were when the file was made: what its `[old]` cells say */
export function randomFile(random: Random, exported: readonly ContactDocument[], choices: Choices): GivenImport {
  const { dataType = 'authorisations', chunkLines = 1 + random.below(8), share = 0.7, ...rest } = choices;
  const fields = fieldsOf[dataType];
  const lines: GivenLine[] = exported
    .filter(() => random.chance(share))
    .map((contact) => ({
      contactNumber: contact.contactNumber,
      ...(random.chance(0.3) && contact.email && { email: random.chance(0.9) ? contact.email : 'wrong@example.org' }),
      changes: fields.flatMap((each, index) =>
        random.chance(share) ? [randomChange(random, contact, each, index, dataType)] : [],
      ),
      ...(random.chance(0.03) && {
        issues: [{ code: 'CODE_UNKNOWN' as const, line: 0, column: 'X', message: 'There is no such code.' }],
      }),
    }));
  // Nobody has these numbers: a template's line is wrong, an ordinary import makes the contacts.
  for (const index of [0, 1, 2]) {
    if (random.chance(0.5)) continue;
    const changes = [{ field: 0, old: { missing: true as const }, new: fields[0]!.choices[0]! }];
    lines.push({ contactNumber: `N${index}`, changes });
  }
  const chunks: GivenLine[][] = [];
  for (let from = 0; from < lines.length; from += chunkLines) chunks.push(lines.slice(from, from + chunkLines));
  return { dataType, fields, requestedBy: requester, ...rest, chunks };
}

function randomChange(
  random: Random,
  contact: ContactDocument,
  { path, choices }: Pick<Field, 'path' | 'choices'>,
  index: number,
  dataType: DataType,
): PlannedChange {
  return { field: index, old: oldOf(random, contact, path, dataType), new: random.pick([null, ...choices]) };
}

function oldOf(random: Random, contact: ContactDocument, path: string, dataType: DataType): OldValue {
  if (dataType === 'contacts' || random.chance(0.05)) return { missing: true };
  if (random.chance(0.05)) return { unreadable: 'perhaps' };
  const [holder, code] = path.split('.') as ['criteria', string];
  return { value: contact[holder][code] ?? null };
}

const historyOf: readonly string[] = [
  '_id',
  'institution',
  'searchKeys',
  'rev',
  'lastChange',
  'createdAt',
  'updatedAt',
];

/** A contact without its place and its history. */
export const valuesOf = (contact: ContactDocument): Record<string, unknown> =>
  Object.fromEntries(Object.entries(contact).filter(([key]) => !historyOf.includes(key)));
