import { describe, expect, it } from '@jest/globals';
import type { Definitions } from '../definitions.js';
import { ruleInStoredLetters } from './rule-letters.js';
import { checkRule } from './rule.rules.js';

const old = 'CAFÉ'.normalize('NFD');
const field = (code: string, kind: 'LIST' | 'MULTI_LIST' | 'TEXT', codes: string[]) => ({
  path: `criteria.${code}`,
  code,
  name: code,
  kind,
  rank: 1,
  active: true,
  values: codes.map((value, rank) => ({ code: value, name: value, rank, active: true })),
});
const definitions: Definitions = {
  criteria: [
    field('PLACE', 'LIST', ['THÉÂTRE', old]),
    field('PLACES', 'MULTI_LIST', ['THÉÂTRE', old]),
    field('NOTE', 'TEXT', []),
  ],
  authorisations: [],
};
const leaf = (name: string, is: string, value: unknown) => ({ field: name, is, value });

describe('a rule', () => {
  it.each([
    [leaf('criteria.PLACE', 'equals', 'THÉÂTRE'.normalize('NFD')), leaf('criteria.PLACE', 'equals', 'THÉÂTRE')],
    [leaf('criteria.PLACE', 'in', ['CAFÉ', 'THÉ\u200bÂTRE']), leaf('criteria.PLACE', 'in', [old, 'THÉÂTRE'])],
    [leaf('criteria.PLACES', 'containsAny', [old]), leaf('criteria.PLACES', 'containsAny', [old])],
    [leaf('criteria.NOTE', 'contains', 'cafe\u0301\u200b'), leaf('criteria.NOTE', 'contains', 'café\u200b')],
    [leaf('contact.city', 'equals', 'Orle\u0301ans'), leaf('contact.city', 'equals', 'Orléans')],
    [leaf('contact.contactNumber', 'startsWith', '\u200b00'), leaf('contact.contactNumber', 'startsWith', '00')],
    [leaf('contact.email', 'equals', 'a@b.fr\u200e'), leaf('contact.email', 'equals', 'a@b.fr')],
    [leaf('\ufeffcriteria.NO\u00adTE', 'equals', 'x'), leaf('criteria.NOTE', 'equals', 'x')],
  ])('%j is stored as %j', (asked, stored) => {
    expect(ruleInStoredLetters({ all: [{ none: [asked] }] }, definitions)).toEqual({ all: [{ none: [stored] }] });
    expect(checkRule(stored, definitions)).toEqual([]);
  });

  it.each([
    null,
    'all',
    [],
    { and: [] },
    { all: 1 },
    { field: 1 },
    leaf('criteria.X', 'equals', 'x'),
    leaf('criteria.PLACE', 'equals', 3),
  ])('that is none stays as it is: %j', (rule) => {
    expect(ruleInStoredLetters(rule, definitions)).toEqual(rule);
  });

  it('may be nested deeper than the stack', () => {
    let rule: unknown = leaf('contact.city', 'empty', undefined);
    for (let depth = 0; depth < 100_000; depth++) rule = { all: [rule] };
    expect(ruleInStoredLetters(rule, definitions)).toBeDefined();
  });
});
