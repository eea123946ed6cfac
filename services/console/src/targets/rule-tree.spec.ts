import { describe, expect, it } from '@jest/globals';
import type { Rule } from '@roundtrip/contracts';
import { type ConsoleWords, consoleWords, english, loadMessages } from '@roundtrip/words/console';
import fc from 'fast-check';
import { type RuleField, ruleFieldsOf } from './rule-fields.js';
import { sentenceOf } from './rule-sentence.js';
import {
  type GroupNode,
  isComplete,
  type LeafNode,
  newLeaf,
  partAt,
  toRule,
  toTree,
  withField,
  withOperator,
} from './rule-tree.js';

const en = consoleWords('en', english);
const fr = consoleWords('fr', await loadMessages('fr'));
const value = (code: string, name: string) => ({ code, name, rank: 1, active: true });
const fieldsOf = (words: ConsoleWords, language: 'en' | 'fr') =>
  ruleFieldsOf(
    [
      {
        ...value('JOB', 'Profession'),
        kind: 'LIST',
        values: [value('TEACHER', 'Schoolteacher'), value('CLERK', 'Clerk')],
      },
      { ...value('VISITS', 'Visits'), kind: 'NUMBER', values: [] },
      { ...value('LAST', 'Last visit'), kind: 'DATE', values: [] },
    ],
    [value('EMAIL', 'E-mail')],
    words,
    language,
  );
const fields = fieldsOf(en, 'en');
const fieldsIn = (words: ConsoleWords, language: 'en' | 'fr') =>
  new Map(fieldsOf(words, language).map((one) => [one.field, one]));
const field = (name: string): RuleField => fields.find((one) => one.field === name) as RuleField;
const speech = {
  words: en,
  fields: new Map(fields.map((one) => [one.field, one])),
  date: (iso: string) => `<${iso}>`,
  number: String,
};
const said = (rule: Rule): string => sentenceOf(toTree(rule), speech);

const leaf = fc.record({
  field: fc.constantFrom('contact.city', 'criteria.JOB'),
  is: fc.constant('equals'),
  value: fc.string(),
});
const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc
      .constantFrom('all', 'any', 'none', 'notAll')
      .chain((name) => fc.array(tie('rule'), { maxLength: 3 }).map((parts) => ({ [name]: parts }) as unknown as Rule)),
  ),
}));

describe('a rule in the editor', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(rule, (given) => {
        const isLeaf = 'field' in given;
        expect(toRule(toTree(given))).toEqual(isLeaf ? { all: [given] } : given);
      }),
    );
  });

  it('is complete when every condition has what it compares with', () => {
    const complete = (one: unknown) => isComplete(toTree(one as Rule));
    expect(complete({ all: [] })).toBe(true);
    expect(complete({ all: [{ field: 'contact.city', is: 'empty' }] })).toBe(true);
    expect(complete({ any: [{ none: [{ field: 'contact.city', is: 'equals', value: '' }] }] })).toBe(false);
    expect(complete({ all: [{ field: 'criteria.JOB', is: 'in', value: [] }] })).toBe(false);
    expect(complete({ all: [{ field: 'criteria.LAST', is: 'between', value: ['2026-01-01', ''] }] })).toBe(false);
    expect(complete({ all: [{ field: 'authorisations.EMAIL', is: 'equals', value: false }] })).toBe(true);
  });

  it('keeps a value for another operator where it means the same', () => {
    const one: LeafNode = { id: 'x', field: 'criteria.JOB', is: 'equals', value: 'CLERK' };
    const several = withOperator(one, field('criteria.JOB'), 'in');
    expect(several).toMatchObject({ is: 'in', value: ['CLERK'] });
    expect(withOperator(several, field('criteria.JOB'), 'notEquals')).toMatchObject({ value: 'CLERK' });
    expect(toRule(withOperator(one, field('criteria.JOB'), 'empty'))).toEqual({ field: 'criteria.JOB', is: 'empty' });
    expect(withField(one, field('authorisations.EMAIL'))).toEqual({
      id: 'x',
      field: 'authorisations.EMAIL',
      is: 'equals',
      value: true,
    });
  });

  it('begins with a condition that the field allows', () => {
    for (const one of fields) expect(newLeaf(one).is).not.toBe('');
  });

  it('is found by the pointers of the API', () => {
    const tree = toTree({
      all: [{ field: 'contact.city', is: 'empty' }, { any: [{ field: 'contact.email', is: 'empty' }] }],
    });
    expect(partAt(tree, '/rule/all/1/any/0/value')).toMatchObject({ field: 'contact.email' });
    expect(partAt(tree, '/rule')).toBe(tree);
    expect((partAt(tree, '/rule/all/1') as GroupNode).group).toBe('any');
  });
});

describe('a rule as a sentence', () => {
  const city = (name: string): Rule => ({ field: 'contact.city', is: 'equals', value: name });
  const nobody: Rule = { any: [] };
  it.each<[string, Rule]>([
    ['All contacts', { all: [] }],
    ['All contacts', { none: [] }],
    ['All contacts', { any: [city('Lyon'), { all: [] }] }],
    ['No contacts', { any: [] }],
    ['No contacts', { all: [city('Lyon'), nobody] }],
    ['No contacts', { none: [{ all: [] }] }],
    ['Contacts for which City is “Lyon”', { all: [city('Lyon'), { all: [] }] }],
    ['Contacts for which City is “Lyon”', { any: [city('Lyon'), nobody] }],
    ['Contacts for which City is “Lyon”', { none: [{ none: [city('Lyon')] }] }],
    [
      'Contacts for which Profession is Schoolteacher',
      { all: [{ field: 'criteria.JOB', is: 'equals', value: 'TEACHER' }] },
    ],
    [
      'Contacts for which Profession is one of Schoolteacher, Clerk and (the authorisation E-mail is True or the authorisation E-mail is empty), except those for which Country is Switzerland',
      {
        all: [
          { field: 'criteria.JOB', is: 'in', value: ['TEACHER', 'CLERK'] },
          {
            any: [
              { field: 'authorisations.EMAIL', is: 'equals', value: true },
              { field: 'authorisations.EMAIL', is: 'empty' },
            ],
          },
          { none: [{ field: 'contact.country', is: 'equals', value: 'CH' }] },
        ],
      },
    ],
    ['All contacts except those for which City is “Lyon” or City is “Nice”', { none: [city('Lyon'), city('Nice')] }],
    ['All contacts except those for which City is “Lyon” and City is “Nice”', { notAll: [city('Lyon'), city('Nice')] }],
    [
      'All contacts except those for which City is “Lyon” or (City is “Nice” and City is “Metz”)',
      { all: [{ none: [city('Lyon')] }, { notAll: [city('Nice'), city('Metz')] }] },
    ],
    [
      'Contacts for which City is “Lyon” or (it is not true that (City is “Nice” or City is “Metz”))',
      { any: [city('Lyon'), { none: [city('Nice'), city('Metz')] }] },
    ],
    [
      'All contacts except those for which (it is not true that (City is “Lyon” or City is “Nice”)) or City is “Metz”',
      { none: [{ none: [{ any: [city('Lyon'), city('Nice')] }] }, city('Metz')] },
    ],
    ['Contacts for which City begins with “Ly”', { any: [{ field: 'contact.city', is: 'startsWith', value: 'Ly' }] }],
    [
      'Contacts for which Last visit is between <2026-01-01> and <2026-02-01>',
      { all: [{ field: 'criteria.LAST', is: 'between', value: ['2026-01-01', '2026-02-01'] }] },
    ],
    [
      'Contacts for which Last visit is on or before <2026-01-01>',
      { all: [{ field: 'criteria.LAST', is: 'lessOrEqual', value: '2026-01-01' }] },
    ],
    [
      'Contacts for which Last visit is in the last 30 days',
      { all: [{ field: 'criteria.LAST', is: 'inLastDays', value: 30 }] },
    ],
    [
      'Contacts for which Visits is at least 3',
      { all: [{ field: 'criteria.VISITS', is: 'greaterOrEqual', value: 3 }] },
    ],
  ])('says: %s', (sentence, given) => {
    expect(said(given)).toBe(sentence);
  });

  it.each<[string, Rule]>([
    ['Tous les contacts', { all: [] }],
    [
      'Contacts pour lesquels « Last visit » est avant le <2026-01-01>, sauf ceux pour lesquels l’autorisation « E-mail » est Vrai',
      {
        all: [
          { field: 'criteria.LAST', is: 'less', value: '2026-01-01' },
          { none: [{ field: 'authorisations.EMAIL', is: 'equals', value: true }] },
        ],
      },
    ],
    [
      'Contacts pour lesquels « Last visit » est dans les 30 derniers jours',
      { all: [{ field: 'criteria.LAST', is: 'inLastDays', value: 30 }] },
    ],
  ])('says in French: %s', (sentence, given) => {
    const spoken = sentenceOf(toTree(given), { ...speech, words: fr, fields: fieldsIn(fr, 'fr') });
    expect(spoken.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(sentence);
  });

  it('holds whom its rule holds, however it is simplified', () => {
    // Each field holds or does not: a sentence of "and", "or", "except" and "not true" is true of the same contacts.
    fc.assert(
      fc.property(rule, fc.boolean(), fc.boolean(), (given, isCity, isJob) => {
        const holds = (one: Rule): boolean => {
          if ('field' in one) return one.field === 'contact.city' ? isCity : isJob;
          const [[name, parts] = ['all', []]] = Object.entries<Rule[]>(one);
          const [every, some] = [parts.every(holds), parts.some(holds)];
          return name === 'all' ? every : name === 'any' ? some : name === 'none' ? !some : !every;
        };
        const plain = JSON.stringify(given).replaceAll(/"value":"(?:[^"\\]|\\.)*"/g, '"value":"x"');
        expect(truthOf(said(JSON.parse(plain) as Rule), isCity, isJob)).toBe(holds(given));
      }),
    );
  });
});

/** Whether a sentence is true, read as a person would. */
function truthOf(sentence: string, isCity: boolean, isJob: boolean): boolean {
  if (sentence === 'All contacts') return true;
  if (sentence === 'No contacts') return false;
  const script = sentence
    .replace('All contacts except those for which ', '!(')
    .replace('Contacts for which ', '(')
    .replace(', except those for which ', ') && !(')
    .replaceAll(/(City|Profession) is “x”/g, (_, name: string) => String(name === 'City' ? isCity : isJob))
    .replaceAll('it is not true that ', '!')
    .replaceAll(' and ', ' && ')
    .replaceAll(' or ', ' || ');
  let left = `${script})`;
  for (let inner = innermost.exec(left); inner; inner = innermost.exec(left)) {
    left = left.replace(inner[0], String(isTrue(inner[1] ?? '')));
  }
  return isTrue(left);
}

const innermost = /\(([^()]*)\)/;

function isTrue(flat: string): boolean {
  // What is joined by "and" and by "or" in one breath can be understood in two ways.
  expect(flat).not.toMatch(/&&.*\|\||\|\|.*&&/);
  const parts = flat.split(/ (?:&&|\|\|) /).map((part) => {
    expect(part).toMatch(/^!*(true|false)$/);
    return part.endsWith('true') === (part.lastIndexOf('!') % 2 !== 0);
  });
  return flat.includes('||') ? parts.some(Boolean) : parts.every(Boolean);
}
