import { describe, expect, it } from '@jest/globals';
import type { Rule } from '@roundtrip/contracts';
import fc from 'fast-check';
import { en } from '../words/en.js';
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

const value = (code: string, name: string) => ({ code, name, rank: 1, active: true });
const fields = ruleFieldsOf(
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
  en,
  'en',
);
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
  it.each<[string, Rule]>([
    ['every contact', { all: [] }],
    ['Profession is Schoolteacher', { all: [{ field: 'criteria.JOB', is: 'equals', value: 'TEACHER' }] }],
    [
      'Profession is one of Schoolteacher, Clerk and (E-mail (authorisation) is True or E-mail (authorisation) is empty) and not: Country is Switzerland',
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
    ['City begins with “Ly”', { any: [{ field: 'contact.city', is: 'startsWith', value: 'Ly' }] }],
    [
      'Last visit is between <2026-01-01> and <2026-02-01>',
      { all: [{ field: 'criteria.LAST', is: 'between', value: ['2026-01-01', '2026-02-01'] }] },
    ],
    ['Last visit is in the last 30 days', { all: [{ field: 'criteria.LAST', is: 'inLastDays', value: 30 }] }],
    ['Visits is at least 3', { all: [{ field: 'criteria.VISITS', is: 'greaterOrEqual', value: 3 }] }],
  ])('says: %s', (sentence, given) => {
    expect(said(given)).toBe(sentence);
  });
});
