import { describe, expect, it } from '@jest/globals';
import { searchCondition } from './contact-search.rules.js';

type Texts = Partial<Record<'contactNumber' | 'lastName' | 'firstName' | 'company' | 'email', string>>;

/** What the database does with the condition. */
const matches = (query: string, contact: Texts): boolean =>
  searchCondition(query)?.$or.some((condition) =>
    Object.entries(condition).every(([field, expression]) => expression.test(contact[field as keyof Texts] ?? '')),
  ) ?? true;

const marie: Texts = {
  contactNumber: '00017',
  firstName: 'Marie',
  lastName: "D'Été (née)",
  company: 'Opéra',
  email: 'M.d@x.org',
};

describe('the search for contacts', () => {
  it.each(['0001', 'mar', 'MARIE', "d'été", 'opé', 'm.d@', 'marie d', "d'é mar", '  Marie  ', '', ' '])(
    '"%s" finds Marie',
    (query) => {
      expect(matches(query, marie)).toBe(true);
    },
  );

  it('finds a name however its accents are stored', () => {
    for (const query of ['opé', 'ope\u0301']) {
      for (const company of ['Opéra', 'Ope\u0301ra']) expect(matches(query, { company })).toBe(true);
    }
  });

  it.each(['17', 'arie', 'm*', '.', '^', 'm?d@', 'marie x', 'd(', '['])('"%s" does not', (query) => {
    expect(matches(query, marie)).toBe(false);
  });
});
