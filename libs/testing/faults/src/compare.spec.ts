import { describe, expect, it } from '@jest/globals';
import type { ContactDocument } from '@roundtrip/database';
import { differences, revProblems } from './compare.js';
import type { Facts, ImportFacts } from './facts.js';
import { contactsOf, erasableContacts, erasableUpload, type Scenario, scenarioOf } from './scenario.js';

const scenario: Scenario = scenarioOf(1);

const importFacts = (more: Partial<ImportFacts> = {}): ImportFacts => ({
  state: 'DONE',
  problem: undefined,
  counts: { total: 2, applied: 1, unchanged: 1, rejected: 0, notAttempted: 0 },
  transitions: [],
  warnings: [],
  issueCounts: {},
  errors: [],
  rejectedLines: 'CONTACT_NUMBER,[errors]\r\n',
  changes: [['00000001', 'TRUE', 'FALSE', '2']],
  mail: 'none',
  ...more,
});
const labels = ['update-one', 'cancelled', 'rival-one', 'undo of cancelled'];
const undone = importFacts({ counts: { total: 1, applied: 1, unchanged: 0, rejected: 0, notAttempted: 0 } });
const facts = (institution: string, more: Partial<Facts> = {}): Facts => ({
  imports: new Map(labels.map((label) => [label, label.startsWith('undo') ? undone : importFacts()])),
  template: { state: 'READY', lines: 1, csv: 'a', mail: 'sent' },
  contacts: contactsOf(institution, 1).slice(0, 2),
  strangers: [],
  ...more,
});
const withImport = (label: string, more: Partial<ImportFacts>): Facts => {
  const found = facts('b');
  found.imports.set(label, importFacts(more));
  return found;
};
const problemsOf = (found: Facts): string[] => differences(scenario, facts('a'), found);

describe('a run among faults', () => {
  it('is equal when only institution, revs and times differ', () => {
    const contacts = facts('b').contacts.map((contact) => ({ ...contact, rev: 5, updatedAt: new Date() }));
    expect(problemsOf(facts('b', { contacts }))).toEqual([]);
  });

  it('may leave what the rivals fight for as it comes', () => {
    const contacts = facts('b').contacts.map((contact) => ({
      ...contact,
      authorisations: { ...contact.authorisations, PHONE: contact.authorisations['PHONE'] !== true },
    }));
    expect(problemsOf(facts('b', { contacts }))).toEqual([]);
  });

  it('may lack contacts that were erased, whose lines say so', () => {
    const erasable = erasableContacts('b').slice(0, 2);
    const expected = { ...facts('a'), contacts: [...facts('a').contacts, ...erasable] };
    const found = { ...facts('b'), contacts: [...facts('b').contacts, erasable[1]!] };
    const counts = { total: 2, applied: 1, unchanged: 0, rejected: 1, notAttempted: 0 };
    const rejectedLines = 'CONTACT_NUMBER,[errors]\r\nN-E0,CONTACT_UNKNOWN\r\n';
    const vanished = importFacts({
      state: 'DONE_WITH_ERRORS',
      counts,
      rejectedLines,
      issueCounts: { CONTACT_UNKNOWN: 1 },
    });
    expected.imports.set(erasableUpload, importFacts());
    found.imports.set(erasableUpload, vanished);
    expect(differences(scenario, expected, found)).toEqual([]);
    found.imports.set(erasableUpload, { ...vanished, state: 'FAILED' });
    expect(differences(scenario, expected, found)).toEqual(['erasable: ended as FAILED']);
    found.imports.set(erasableUpload, { ...vanished, issueCounts: { CONFLICT: 1 } });
    expect(differences(scenario, expected, found)).toEqual(['erasable: says CONFLICT']);
  });

  it.each<[string, Facts]>([
    [
      'a count',
      withImport('update-one', { counts: { total: 2, applied: 2, unchanged: 0, rejected: 0, notAttempted: 0 } }),
    ],
    ['one byte of the rejected lines', withImport('update-one', { rejectedLines: 'CONTACT_NUMBER,[errors]\n' })],
    ['a change', withImport('update-one', { changes: [['00000001', 'TRUE', 'Empty', '2']] })],
    ['a state', withImport('update-one', { state: 'FAILED' })],
    ['a mail', withImport('update-one', { mail: 'sent' })],
    ['counts of a rival that do not add up', withImport('rival-one', { counts: { total: 2, applied: 1 } })],
    [
      'a change of the cancelled import that was not asked for',
      withImport('cancelled', { changes: [['2', '', '', '3']] }),
    ],
    [
      'an undo of the cancelled import that left a line',
      withImport('undo of cancelled', { state: 'DONE_WITH_ERRORS' }),
    ],
    ['a job too many', facts('b', { strangers: ['imp_2'] })],
    ['a template', facts('b', { template: { state: 'READY', lines: 1, csv: 'b', mail: 'sent' } })],
    [
      'a value of a contact',
      facts('b', { contacts: facts('b').contacts.map((contact) => ({ ...contact, city: 'Nice' })) }),
    ],
    ['a contact that is lost', facts('b', { contacts: facts('b').contacts.slice(1) })],
  ])('differs by %s', (_what, found) => {
    expect(problemsOf(found)).not.toEqual([]);
  });

  it('has revs that grew by the lines which say that they were applied', () => {
    const before = new Map(facts('b').contacts.map((contact) => [contact.contactNumber, contact]));
    const after = (rev: number): ContactDocument[] => [{ ...(facts('b').contacts[0] as ContactDocument), rev }];
    const imports = new Map([['update-one', importFacts()]]);
    expect(revProblems(before, after(2), imports)).toEqual([]);
    expect(revProblems(before, after(3), imports)).toHaveLength(1);
    expect(revProblems(before, after(1), imports)).toHaveLength(1);
  });
});
