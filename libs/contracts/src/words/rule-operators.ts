import type { FieldKind } from './product-words.js';

/** What a leaf's `value` must be: one value, a list of them, a pair [from, to], a number of days, or nothing. */
export type Operand = 'one' | 'list' | 'pair' | 'days' | 'nothing';

export const operandByOperator = {
  equals: 'one',
  notEquals: 'one',
  in: 'list',
  notIn: 'list',
  contains: 'one',
  startsWith: 'one',
  less: 'one',
  lessOrEqual: 'one',
  greater: 'one',
  greaterOrEqual: 'one',
  between: 'pair',
  inLastDays: 'days',
  inNextDays: 'days',
  containsAny: 'list',
  containsAll: 'list',
  containsNone: 'list',
  empty: 'nothing',
  notEmpty: 'nothing',
} as const satisfies Record<string, Operand>;

export type Operator = keyof typeof operandByOperator;

/** The four groups of a rule. */
export const ruleGroups = ['all', 'any', 'none', 'notAll'] as const;
export type RuleGroup = (typeof ruleGroups)[number];
export const MAX_RULE_DEPTH = 6;
export const MAX_RULE_LEAVES = 100;

export const operandOf = (operator: Operator): Operand => operandByOperator[operator];

const presence = ['empty', 'notEmpty'] as const;
const equality = ['equals', 'notEquals', 'in', 'notIn'] as const;
const order = ['less', 'lessOrEqual', 'greater', 'greaterOrEqual', 'between'] as const;

export const operatorsByKind: Readonly<Record<FieldKind, readonly Operator[]>> = {
  TEXT: [...equality, 'contains', 'startsWith', ...presence],
  LIST: [...equality, ...presence],
  MULTI_LIST: ['containsAny', 'containsAll', 'containsNone', ...presence],
  BOOLEAN: ['equals', ...presence],
  AUTHORISATION: ['equals', ...presence],
  NUMBER: [...equality, ...order, ...presence],
  DATE: [...equality, ...order, 'inLastDays', 'inNextDays', ...presence],
};
