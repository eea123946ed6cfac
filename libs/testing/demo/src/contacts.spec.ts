import { describe, expect, it } from '@jest/globals';
import { criterionField } from '@roundtrip/database';
import { activeFields, checkRule, newCellReader, oldCellReader, valueFormatter } from '@roundtrip/fields';
import { contactAt, type ContactsOptions, generateContacts } from './contacts.js';
import { museum, theatre } from './institutions.js';

const options: ContactsOptions = { institution: 'demo', like: theatre, seed: 1, withUnusable: true };
const contacts = [...generateContacts(0, 10_000, options)];
const definitions = {
  criteria: theatre.criteria.map((criterion, rank) =>
    criterionField({
      ...criterion,
      _id: '',
      institution: 'demo',
      rank,
      values: [...criterion.values],
      version: 1,
      appliedRequests: [],
    }),
  ),
  authorisations: theatre.authorisations.map(({ code, name }, rank) => ({
    path: `authorisations.${code}`,
    code,
    name,
    kind: 'AUTHORISATION' as const,
    rank,
    active: true,
    values: [],
  })),
};

describe('the contacts of the demonstration', () => {
  it('are the same every time, and each by itself', () => {
    expect([...generateContacts(0, 10_000, options)]).toEqual(contacts);
    expect(contactAt(7_000, options)).toEqual(contacts[7_000]);
    expect(contactAt(7_000, { ...options, seed: 2 })).not.toEqual(contacts[7_000]);
  });

  it('have numbers of their own, most with leading zeros', () => {
    expect(new Set(contacts.map((contact) => contact._id)).size).toBe(contacts.length);
    expect(contacts.filter((contact) => contact.contactNumber.startsWith('00')).length).toBeGreaterThan(9_000);
    expect(contacts.every((contact) => contact.contactNumber.length <= 20)).toBe(true);
  });

  it('share e-mails here and there, have accents, and miss values', () => {
    const emails = contacts.flatMap((contact) => contact.email ?? []);
    const different = new Set(emails).size;
    expect(different).toBeLessThan(emails.length - 300);
    expect(different).toBeGreaterThan(emails.length / 2);
    expect(emails.length).toBeLessThan(contacts.length - 300);
    expect(contacts.filter((contact) => /[éèüñøš]/i.test(contact.lastName ?? '')).length).toBeGreaterThan(1_000);
    expect(contacts.filter((contact) => contact.kind === 'organisation').length).toBeGreaterThan(300);
  });

  it('state every authorisation, deny it and leave it open', () => {
    for (const { code } of theatre.authorisations) {
      const values = contacts.map((contact) => contact.authorisations[code]);
      for (const value of [true, false, undefined]) {
        expect(values.filter((candidate) => candidate === value).length).toBeGreaterThan(1_000);
      }
    }
  });

  it('hold values that a template can show and read back, of every criterion', () => {
    for (const field of definitions.criteria) {
      const [read, format] = [oldCellReader(field), valueFormatter(field)];
      const values = contacts.flatMap((contact) => contact.criteria[field.code] ?? []);
      const held = contacts.map((contact) => contact.criteria[field.code]).filter((value) => value !== undefined);
      expect(held.length).toBeGreaterThan(500);
      expect(new Set(values).size).toBeGreaterThan(1);
      for (const value of held.slice(0, 300)) expect(read(format(value))).toEqual({ value });
    }
  });

  it('keep personal data of nobody who is anonymised', () => {
    const anonymised = contacts.filter((contact) => contact.anonymised);
    expect(anonymised.length).toBeGreaterThan(5);
    for (const contact of anonymised)
      expect([contact.lastName, contact.email, contact.phone, contact.street]).toEqual(Array(4).fill(undefined));
  });
});

describe('the institutions of the demonstration', () => {
  it('have twelve criteria of all six kinds, two of them inactive, and seven authorisations', () => {
    expect(theatre.criteria).toHaveLength(12);
    expect(activeFields(definitions, 'criteria')).toHaveLength(10);
    expect(new Set(theatre.criteria.map((criterion) => criterion.kind)).size).toBe(6);
    expect(theatre.authorisations).toHaveLength(7);
    expect(theatre.criteria.some(({ active, values }) => active && values.some((value) => !value.active))).toBe(true);
  });

  it('have targets whose rules are sound', () => {
    for (const { rule } of theatre.targets) expect(checkRule(rule, definitions)).toEqual([]);
    expect(theatre.targets.map((target) => target.code)).toEqual(['TEACHERS', 'SEASON', 'EVERYBODY']);
  });

  it('share a code that means something else in each', () => {
    const [ours, theirs] = [theatre, museum].map(({ criteria }) => criteria.find(({ code }) => code === 'PROFESSION'));
    expect(ours?.values.map((value) => value.code)).not.toEqual(theirs?.values.map((value) => value.code));
    const read = newCellReader({ code: 'PROFESSION', name: '', kind: 'LIST', values: theirs?.values ?? [] });
    expect(read('TEACHER')).toMatchObject({ error: { code: 'CODE_UNKNOWN' } });
  });
});
