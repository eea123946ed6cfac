import { describe, expect, it } from '@jest/globals';
import type { FieldKind } from '@roundtrip/contracts';
import { saidText } from '@roundtrip/words';
import type { Definitions } from '../definitions.js';
import { checkRule } from './rule.rules.js';

const field = (area: string, code: string, kind: FieldKind, active = true) => ({
  path: `${area}.${code}`,
  code,
  name: code,
  kind,
  rank: 1,
  active,
  values: [
    { code: 'TEACHER', name: 'Teacher', rank: 1, active: true },
    { code: 'CLERK', name: 'Clerk', rank: 2, active: false },
  ],
});
const definitions: Definitions = {
  criteria: [
    field('criteria', 'PROFESSION', 'LIST'),
    field('criteria', 'INTERESTS', 'MULTI_LIST'),
    field('criteria', 'SUBSCRIBER', 'BOOLEAN'),
    field('criteria', 'NOTES', 'TEXT', false),
    field('criteria', 'VISITS', 'NUMBER'),
    field('criteria', 'LAST_VISIT', 'DATE'),
  ],
  authorisations: [field('authorisations', 'EMAIL', 'AUTHORISATION')],
};
const check = (rule: unknown) =>
  checkRule(rule, definitions).map(({ pointer, message }) => ({ pointer, message: saidText('en', message) }));
const leaf = (name: string, is: string, value?: unknown) => ({
  field: name,
  is,
  ...(value === undefined ? {} : { value }),
});

describe('a sound rule', () => {
  it('is the example of the interface description', () => {
    const rule = {
      all: [
        { field: 'criteria.PROFESSION', is: 'in', value: ['TEACHER', 'CLERK'] },
        {
          any: [
            { field: 'authorisations.EMAIL', is: 'equals', value: true },
            { field: 'authorisations.EMAIL', is: 'empty' },
          ],
        },
        { none: [{ field: 'contact.country', is: 'equals', value: 'CH' }] },
      ],
    };
    expect(check(rule)).toEqual([]);
  });

  it.each([
    leaf('contact.contactNumber', 'startsWith', '00'),
    leaf('contact.kind', 'equals', 'organisation'),
    leaf('contact.lastName', 'contains', 'é.*'),
    leaf('contact.birthDate', 'between', ['1990-01-01', '1999-12-31']),
    leaf('contact.city', 'notIn', ['Lyon']),
    leaf('criteria.INTERESTS', 'containsNone', ['CLERK']),
    leaf('criteria.SUBSCRIBER', 'equals', false),
    leaf('criteria.NOTES', 'notEmpty'),
    leaf('criteria.VISITS', 'between', [1, 1]),
    leaf('criteria.LAST_VISIT', 'inLastDays', 0),
    leaf('authorisations.EMAIL', 'notEmpty'),
    { all: [] },
    { notAll: [{ any: [] }] },
  ])('is %j', (rule) => {
    expect(check(rule)).toEqual([]);
  });
});

describe('a rule is refused with the pointer of its fault', () => {
  it.each<[string, unknown, string]>([
    ['an unknown field', leaf('criteria.NOTHING', 'empty'), '/field'],
    ['a field without its area', leaf('PROFESSION', 'empty'), '/field'],
    ['an inherited property', leaf('__proto__', 'empty'), '/field'],
    ['a database operator for a field', leaf('$where', 'equals', 'x'), '/field'],
    ['a property that is not for rules', leaf('contact.rev', 'equals', 1), '/field'],
    ['an unknown operator', leaf('criteria.VISITS', 'toString', 1), '/is'],
    ['an operator of another kind', leaf('criteria.PROFESSION', 'contains', 'T'), '/is'],
    ['notEquals for an authorisation', leaf('authorisations.EMAIL', 'notEquals', true), '/is'],
    ['no value', leaf('contact.city', 'equals'), '/value'],
    ['an empty text', leaf('contact.city', 'equals', ''), '/value'],
    ['a control character', leaf('contact.city', 'contains', 'a\0'), '/value'],
    ['a query instead of a text', leaf('contact.city', 'equals', { $ne: null }), '/value'],
    ['a number as text', leaf('criteria.VISITS', 'equals', '3'), '/value'],
    ['a number that is none', leaf('criteria.VISITS', 'less', Number.NaN), '/value'],
    ['true as text', leaf('criteria.SUBSCRIBER', 'equals', 'true'), '/value'],
    ['null for Empty', leaf('authorisations.EMAIL', 'equals', null), '/value'],
    ['a date of another form', leaf('criteria.LAST_VISIT', 'less', '31.12.2024'), '/value'],
    ['a date that is not in the calendar', leaf('contact.birthDate', 'equals', '2023-02-29'), '/value'],
    ['an unknown code', leaf('criteria.PROFESSION', 'equals', 'teacher'), '/value'],
    ['an unknown code in a list', leaf('criteria.INTERESTS', 'containsAny', ['TEACHER', 'X']), '/value/1'],
    ['a list of nothing', leaf('criteria.INTERESTS', 'containsAll', []), '/value'],
    ['a text where a list is needed', leaf('criteria.PROFESSION', 'in', 'TEACHER'), '/value'],
    ['a list where one is needed', leaf('criteria.PROFESSION', 'equals', ['TEACHER']), '/value'],
    ['half a range', leaf('criteria.VISITS', 'between', [1]), '/value'],
    ['a range upside down', leaf('criteria.LAST_VISIT', 'between', ['2024-02-01', '2024-01-01']), '/value'],
    ['days that are not whole', leaf('criteria.LAST_VISIT', 'inLastDays', 1.5), '/value'],
    ['days before now', leaf('criteria.LAST_VISIT', 'inNextDays', -1), '/value'],
    ['a value where none belongs', leaf('contact.city', 'empty', true), '/value'],
    ['a stranger beside the condition', { ...leaf('contact.city', 'empty'), or: 1 }, ''],
    ['two groups in one', { all: [], any: [] }, ''],
    ['a group that is no list', { all: leaf('contact.city', 'empty') }, ''],
    ['an unknown group', { and: [] }, ''],
    ['nothing', null, ''],
    ['a text', 'all', ''],
    ['a list', [], ''],
  ])('%s', (_what, rule, pointer) => {
    expect(check(rule)).toEqual([{ pointer, message: expect.stringMatching(/.\.$|\?$|\)\.$/) }]);
    expect(check({ any: [leaf('contact.city', 'empty'), { none: [rule] }] }).map((problem) => problem.pointer)).toEqual(
      [`/any/1/none/0${pointer}`],
    );
  });

  it('and asks what was meant', () => {
    expect(check(leaf('criteria.PROFESION', 'empty'))[0]?.message).toContain('Did you mean criteria.PROFESSION?');
    expect(check(leaf('contact.city', 'startswith', 'x'))[0]?.message).toContain('Did you mean startsWith?');
    expect(check(leaf('criteria.PROFESSION', 'equals', 'teacher'))[0]?.message).toContain('Did you mean TEACHER?');
  });

  it('and every fault is named at once', () => {
    expect(check({ all: [leaf('x', 'y'), leaf('contact.city', 'z'), leaf('contact.city', 'equals', 1)] })).toHaveLength(
      3,
    );
  });
});

const many = (count: number, node: unknown) => ({ any: Array.from({ length: count }, () => node) });

describe('the size of a rule', () => {
  const nested = (depth: number): unknown =>
    depth === 0 ? leaf('contact.city', 'empty') : { all: [nested(depth - 1)] };

  it('ends at six groups in each other', () => {
    expect(check(nested(6))).toEqual([]);
    expect(check(nested(7))).toEqual([{ pointer: '/all/0'.repeat(6), message: expect.stringContaining('6 deep') }]);
  });

  it('ends at a hundred conditions, empty groups included', () => {
    expect(check(many(100, leaf('contact.city', 'empty')))).toEqual([]);
    expect(check(many(101, leaf('contact.city', 'empty')))).toHaveLength(1);
    expect(check(many(100_000, { all: [] }))).toHaveLength(1);
  });

  it('is bounded even for a rule nested deeper than the stack', () => {
    let rule: unknown = leaf('contact.city', 'empty');
    for (let depth = 0; depth < 100_000; depth++) rule = { all: [rule] };
    expect(check(rule)).toHaveLength(1);
  });
});
