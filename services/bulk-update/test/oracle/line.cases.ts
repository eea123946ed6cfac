import type { FieldValue, Issue, OldValue, PlannedField, PlannedLine } from '@roundtrip/contracts';
import type { ContactDocument } from '@roundtrip/database';
import { type Random, randomOf } from '@roundtrip/demo';
import type { Question } from './line.oracle.js';

/** Random lines with random contacts. Values come from small sets, so that old, now and new meet in every combination. */

interface Field extends PlannedField {
  choices: FieldValue[];
}

const field = (path: string, kind: Field['kind'], at: number, values: FieldValue[]): Field => {
  const code = path.slice(path.indexOf('.') + 1);
  return { path, code, name: code, kind, oldColumn: 2 * at + 2, newColumn: 2 * at + 3, choices: [null, ...values] };
};

const fieldsOf: Record<Question['dataType'], Field[]> = {
  authorisations: [
    field('authorisations.EMAIL', 'AUTHORISATION', 0, [true, false]),
    field('authorisations.PHONE', 'AUTHORISATION', 1, [true, false]),
    field('authorisations.constructor', 'AUTHORISATION', 2, [true, false]),
  ],
  criteria: [
    field('criteria.GENRE', 'LIST', 0, ['JAZZ', 'ROCK']),
    field('criteria.TAGS', 'MULTI_LIST', 1, [['A'], ['A', 'B'], ['B', 'A'], ['B']]),
    field('criteria.VIP', 'BOOLEAN', 2, [true, false]),
    field('criteria.SEATS', 'NUMBER', 3, [0, 2]),
    field('criteria.SINCE', 'DATE', 4, ['2020-02-29']),
    field('criteria.NOTE', 'TEXT', 5, ['0', 'TRUE', 'Café', 'Cafe\u0301']),
  ],
  contacts: [
    field('lastName', 'TEXT', 0, ['Durand', 'Dupont']),
    field('company', 'TEXT', 1, ['Opéra', 'Ope\u0301ra']),
    field('email', 'TEXT', 2, ['anne@example.org']),
    field('country', 'LIST', 3, ['FR']),
  ],
};

const dataTypes = ['authorisations', 'authorisations', 'criteria', 'contacts'] as const;
const addresses = [
  'anne@example.org',
  'ANNE@Example.ORG',
  'bob@example.org',
  'zoé@example.org',
  'ZOE\u0301@exa\u200bmple.org',
];
const numbers = ['42', '42', '42', '42', '42', '1.23E+11', 'CONTACT_NUMBER'];
const fileErrors: Issue['code'][] = ['ROW_WIDTH', 'CONTACT_DUPLICATE_ROW', 'CODE_UNKNOWN', 'BOOLEAN_INVALID'];

/** The same case for the same seed and number. */
export function caseOf(seed: number, number: number): Question {
  const random = randomOf(seed, number);
  const dataType = random.pick(dataTypes);
  const fields = fieldsOf[dataType];
  const isUndo = dataType !== 'contacts' && random.chance(0.15);
  const line = randomLine(random, fields, (choices) =>
    dataType === 'contacts'
      ? { missing: true }
      : isUndo
        ? { value: random.pick(choices) }
        : randomOld(random, choices, dataType),
  );
  const isThere = line.contactNumber !== undefined && random.chance(0.88);
  return {
    dataType,
    fields,
    line,
    contact: isThere ? randomContact(random, fields) : undefined,
    resembles:
      !isThere && random.chance(0.3)
        ? { cause: random.pick(['zeros lost', 'letter case'] as const), numbers: ['00042'] }
        : undefined,
    onConflict: isUndo ? 'reject' : random.pick(['reject', 'overwrite']),
    overwriteRefusals: random.chance(0.4),
    role: random.pick(['operator', 'admin']),
    isUndo,
  };
}

function randomContact(random: Random, fields: readonly Field[]): ContactDocument {
  const contact: ContactDocument & Record<string, unknown> = {
    _id: 'inst:42',
    institution: 'inst',
    contactNumber: '42',
    kind: 'person',
    criteria: {},
    authorisations: {},
    anonymised: random.chance(0.05),
    rev: 1 + random.below(9),
    lastChange: null,
    createdAt: new Date(0),
    updatedAt: new Date(0),
  };
  if (random.chance(0.95)) contact.valid = random.chance(0.95);
  if (random.chance(0.8)) contact.email = random.pick(addresses);
  for (const { path, choices } of fields) {
    const value = random.pick(choices);
    if (value === null) continue;
    const [first, code] = path.split('.') as [string, string | undefined];
    if (code === undefined) contact[first] = value;
    else (contact[first] as Record<string, FieldValue>)[code] = value;
  }
  return contact;
}

function randomLine(
  random: Random,
  fields: readonly Field[],
  oldOf: (choices: readonly FieldValue[]) => OldValue,
): PlannedLine {
  const issues: Issue[] = [];
  const numbered = random.chance(0.98);
  if (!numbered) issues.push({ code: 'CONTACT_NUMBER_MISSING', line: 2, message: '' });
  if (random.chance(0.05)) issues.push({ code: random.pick(fileErrors), line: 2, message: '' });
  const changes = fields.flatMap(({ choices }, index) => {
    if (random.chance(0.5)) return [];
    const old = oldOf(choices);
    if ('unreadable' in old) issues.push({ code: 'OLD_UNREADABLE', line: 2, message: '' });
    return [{ field: index, old, new: random.pick(choices) }];
  });
  return {
    line: 2,
    ...(numbered && { contactNumber: random.pick(numbers) }),
    ...(random.chance(0.3) && { email: random.pick(addresses) }),
    changes,
    issues,
    raw: ['42', ''],
  };
}

function randomOld(random: Random, choices: readonly FieldValue[], dataType: Question['dataType']): OldValue {
  if (random.chance(0.1)) return { missing: true };
  // A blank cell is one, of an authorisation.
  if (random.chance(0.1)) return { unreadable: dataType === 'authorisations' && random.chance(0.5) ? '' : 'maybe' };
  return { value: random.pick(choices) };
}
