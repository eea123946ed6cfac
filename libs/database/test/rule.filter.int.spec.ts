import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FieldKind, operandOf, operatorsByKind, type Rule, type RuleLeaf } from '@roundtrip/contracts';
import { checkRule, type Definitions, type FieldDefinition } from '@roundtrip/fields';
import * as fc from 'fast-check';
import {
  type ContactDocument,
  contactId,
  planRule,
  ruleFilter,
  searchKeysOf,
  type WholeDatabase,
} from '../src/index.js';
import { databaseOfATest } from './database-of-a-test.js';
import { picks } from './rule-oracle.js';

const TODAY = '2025-03-01';
const AT = new Date(`${TODAY}T23:30:00Z`);

const codes = ['A', 'B', 'C', 'É', '=x', '$ne'];
const field = (area: 'criteria' | 'authorisations', code: string, kind: FieldKind): FieldDefinition => ({
  path: `${area}.${code}`,
  code,
  name: code,
  kind,
  rank: 1,
  active: true,
  values: codes.map((value, rank) => ({ code: value, name: value, rank, active: value !== 'C' })),
});
const definitions: Definitions = {
  criteria: [
    field('criteria', 'PROFESSION', 'LIST'),
    field('criteria', 'INTERESTS', 'MULTI_LIST'),
    field('criteria', 'SUBSCRIBER', 'BOOLEAN'),
    field('criteria', 'NOTES', 'TEXT'),
    field('criteria', 'VISITS', 'NUMBER'),
    field('criteria', 'LAST_VISIT', 'DATE'),
  ],
  authorisations: [field('authorisations', 'EMAIL', 'AUTHORISATION'), field('authorisations', 'A-1', 'AUTHORISATION')],
};

// Few values of each kind, so that rules and contacts meet often.
const text = fc.constantFrom(
  'a',
  'A',
  'ab',
  'aB c',
  'É',
  'é',
  'éà',
  '.*',
  '(a',
  '[b]',
  'a|b',
  '^a',
  'a$',
  String.raw`\d`,
  'a\nb',
  "o'b",
  '$a',
  '#',
  '-',
  '1',
  ' ',
);
const address = fc.constantFrom('a@x.org', 'A@x.org', 'ab@x.org', 'é@x.org', 'e\u0301@x.org', 'a@x.organisation');
const number = fc.constantFrom(-1.5, 0, 1, 2, 2.5, 10, 123456789012345);
const date = fc.constantFrom('1999-12-31', '2025-02-22', '2025-02-28', TODAY, '2025-03-02', '2025-03-08', '2031-01-01');
const code = fc.constantFrom(...codes);
const valueOfKind: Record<FieldKind, fc.Arbitrary<unknown>> = {
  TEXT: text,
  LIST: code,
  MULTI_LIST: code,
  BOOLEAN: fc.boolean(),
  AUTHORISATION: fc.boolean(),
  NUMBER: number,
  DATE: date,
};

const optional = { freq: 2, nil: undefined };
const stored = (kind: FieldKind) =>
  fc.option(kind === 'MULTI_LIST' ? fc.subarray(codes, { minLength: 1 }) : valueOfKind[kind], optional);
const fieldsOf = (fields: FieldDefinition[]) =>
  fc.record(Object.fromEntries(fields.map((definition) => [definition.code, stored(definition.kind)])));

const randomContact = fc.record({
  kind: fc.constantFrom('person', 'organisation'),
  lastName: fc.option(text, optional),
  firstName: fc.option(text, optional),
  email: fc.option(address, optional),
  country: fc.option(fc.constantFrom('FR', 'CH'), optional),
  birthDate: fc.option(date, optional),
  criteria: fieldsOf(definitions.criteria),
  authorisations: fieldsOf(definitions.authorisations),
  valid: fc.integer({ min: 0, max: 19 }).map((dice) => dice > 0),
  anonymised: fc.integer({ min: 0, max: 19 }).map((dice) => dice === 0),
});

const ruleableFields: { name: string; kind: FieldKind; value: fc.Arbitrary<unknown> }[] = [
  ...[...definitions.criteria, ...definitions.authorisations].map(({ path, kind }) => ({
    name: path,
    kind,
    value: valueOfKind[kind],
  })),
  { name: 'contact.lastName', kind: 'TEXT', value: text },
  { name: 'contact.firstName', kind: 'TEXT', value: text },
  { name: 'contact.email', kind: 'TEXT', value: address },
  { name: 'contact.contactNumber', kind: 'TEXT', value: fc.constantFrom('0001', '00', '7') },
  { name: 'contact.country', kind: 'LIST', value: fc.constantFrom('FR', 'CH', 'DE') },
  { name: 'contact.kind', kind: 'LIST', value: fc.constantFrom('person', 'organisation') },
  { name: 'contact.birthDate', kind: 'DATE', value: date },
];

const randomLeaf = fc.constantFrom(...ruleableFields).chain(({ name, kind, value }) =>
  fc.constantFrom(...operatorsByKind[kind]).chain((is): fc.Arbitrary<RuleLeaf> => {
    const leaf = (operand: fc.Arbitrary<unknown>) => operand.map((chosen) => ({ field: name, is, value: chosen }));
    switch (operandOf(is)) {
      case 'nothing':
        return fc.constant({ field: name, is });
      case 'days':
        return leaf(fc.constantFrom(0, 1, 7, 30_000));
      case 'list':
        return leaf(fc.array(value, { minLength: 1, maxLength: 3 }));
      case 'pair':
        return leaf(
          fc.tuple(value, value).map((pair) => (pair as [number, number]).toSorted((a, b) => (a < b ? -1 : 1))),
        );
      default:
        return leaf(value);
    }
  }),
);

const { rule: randomRule } = fc.letrec<{ rule: Rule }>((tie) => {
  const children = fc.array(tie('rule'), { maxLength: 3 });
  return {
    rule: fc.oneof(
      { depthSize: 'small', maxDepth: 5, withCrossShrink: true },
      randomLeaf,
      children.map((all) => ({ all })),
      children.map((any) => ({ any })),
      children.map((none) => ({ none })),
      children.map((notAll) => ({ notAll })),
    ),
  };
});

function document(institution: string, index: number, contact: object): ContactDocument {
  const contactNumber = String(index).padStart(4, '0');
  const defined = JSON.parse(JSON.stringify(contact)) as Partial<ContactDocument>;
  const now = new Date();
  return {
    ...(defined as ContactDocument),
    _id: contactId(institution, contactNumber),
    institution,
    contactNumber,
    searchKeys: searchKeysOf({ ...defined, institution, contactNumber }),
    rev: 1,
    lastChange: null,
    createdAt: now,
    updatedAt: now,
  };
}

describe('a rule as a query', () => {
  let database: WholeDatabase;
  let drop: () => Promise<unknown>;
  let contacts: ContactDocument[];

  beforeAll(async () => {
    ({ database, drop } = await databaseOfATest());
    contacts = fc
      .sample(randomContact, { numRuns: 300, seed: 7 })
      .map((contact, index) => document('inst', index, contact));
    // Neighbours in the order of keys: none of them may ever be picked.
    const strangers = ['ins', 'inst-2', 'inst0', 'insu'].map((institution) =>
      document(institution, 1, contacts[0] as object),
    );
    await database.contacts.insertMany([...contacts, ...strangers]);
  });
  afterAll(() => drop());

  const picked = async (rule: Rule): Promise<string[]> => {
    const found = database.contacts.find(ruleFilter(rule, definitions, AT, 'inst'), {
      projection: { _id: 1 },
      sort: { _id: 1 },
    });
    return (await found.toArray()).map((contact) => contact._id);
  };
  const expected = (rule: Rule): string[] =>
    contacts
      .filter((contact) => contact.valid && !contact.anonymised && picks(rule, contact, TODAY))
      .map((contact) => contact._id);

  it('picks the contacts that the rule means, whatever the rule', async () => {
    await fc.assert(
      fc.asyncProperty(randomRule, async (rule) => {
        expect(checkRule(rule, definitions)).toEqual([]);
        expect(await picked(rule)).toEqual(expected(rule));
      }),
      { numRuns: 400 },
    );
  });

  it.each(ruleableFields.flatMap(({ name, kind }) => operatorsByKind[kind].map((is) => [name, is] as const)))(
    '%s %s picks what it means',
    async (name, is) => {
      const leaves = randomLeaf.filter((leaf) => leaf.field === name && leaf.is === is);
      for (const leaf of fc.sample(leaves, { numRuns: 4, seed: 1 })) {
        expect(await picked(leaf)).toEqual(expected(leaf));
      }
    },
  );

  /** Rules that the index can answer, one way or the other. */
  const { indexable } = fc.letrec<{ indexable: Rule }>((tie) => {
    const served = randomLeaf.filter(
      (leaf) => /lastName|firstName|email|contactNumber/.test(leaf.field) && /equals|in|startsWith/.test(leaf.is),
    );
    const children = fc.array(tie('indexable'), { minLength: 1, maxLength: 3 });
    return {
      indexable: fc.oneof(
        { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
        served,
        fc.tuple(children, randomRule).map(([all, more]) => ({ all: [more, ...all] })),
        children.map((any) => ({ any })),
      ),
    };
  });
  const plan = (rule: Rule) => planRule(database, { rule, definitions, at: AT, institution: 'inst' });
  const planned = async (rule: Rule): Promise<string[]> => {
    const { filter, options } = await plan(rule);
    const found = database.contacts.find(filter, { projection: { _id: 1 }, sort: { _id: 1 }, ...options });
    return (await found.toArray()).map((contact) => contact._id);
  };

  it('picks the same contacts by the index as by looking at all of them', async () => {
    const ways = { index: 0, scan: 0 };
    await fc.assert(
      fc.asyncProperty(indexable, async (rule) => {
        ways[(await plan(rule)).by]++;
        expect(await planned(rule)).toEqual(expected(rule));
      }),
      { numRuns: 300 },
    );
    expect(ways.index).toBeGreaterThan(100);
  }, 120_000);

  it.each<[string, Rule, 'index' | 'scan']>([
    ['a number', { field: 'contact.contactNumber', is: 'equals', value: '0001' }, 'index'],
    ['an address', { field: 'contact.email', is: 'equals', value: 'a@x.org' }, 'index'],
    ['the beginning of a name', { field: 'contact.lastName', is: 'startsWith', value: 'éà' }, 'index'],
    [
      'a name, and something else',
      {
        all: [
          { field: 'contact.lastName', is: 'in', value: ['a', 'ab'] },
          { none: [{ field: 'criteria.VISITS', is: 'empty' }] },
        ],
      },
      'index',
    ],
    [
      'a name or something else',
      {
        any: [
          { field: 'contact.lastName', is: 'equals', value: 'a' },
          { field: 'criteria.VISITS', is: 'empty' },
        ],
      },
      'scan',
    ],
    ['no such name', { none: [{ field: 'contact.lastName', is: 'equals', value: 'a' }] }, 'scan'],
    ['the middle of a name', { field: 'contact.lastName', is: 'contains', value: 'a' }, 'scan'],
    ['everybody', { all: [] }, 'scan'],
  ])('by %s is answered as it can be', async (_, rule, by) => {
    expect(await plan(rule)).toMatchObject({ by });
    expect(await planned(rule)).toEqual(expected(rule));
  });

  it('looks at all contacts as long as one has no search keys', async () => {
    const rule = { field: 'contact.lastName', is: 'startsWith', value: 'a' };
    const [one] = expected(rule);
    const { searchKeys } = (await database.contacts.findOne({ _id: one! }))!;
    await database.contacts.updateOne({ _id: one! }, { $unset: { searchKeys: true } });
    try {
      expect(await plan(rule)).toMatchObject({ by: 'scan', why: 'contacts without search keys' });
      expect(await planned(rule)).toContain(one);
    } finally {
      await database.contacts.updateOne({ _id: one! }, { $set: { searchKeys: searchKeys! } });
    }
  });

  it('leaves out contacts that are not valid or are anonymised, even where the rule says everybody', async () => {
    const everybody = await picked({ all: [] });
    expect(everybody).toEqual(expected({ all: [] }));
    expect(everybody.length).toBeLessThan(contacts.length);
    expect(everybody.every((id) => id.startsWith('inst:'))).toBe(true);
  });

  it('refuses to become a query for a field that there is not', () => {
    expect(() => ruleFilter({ field: '$where', is: 'equals', value: '1' }, definitions, AT, 'inst')).toThrow('field');
  });
});
