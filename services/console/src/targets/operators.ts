import type { FieldKind } from '@roundtrip/contracts';
import type { Words } from '../words/en.js';

/** What an operator compares with: one value, several, two (from, to), a number of days, or nothing. */
export type Operand = 'one' | 'list' | 'pair' | 'days' | 'nothing';

const operands = {
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

export type Operator = keyof typeof operands;

/** `one` for an operator that a rule of another time may hold. */
export const operandOf = (operator: string): Operand => operands[operator as Operator] ?? 'one';

/** A date is before or after another, not less or more. */
export function operatorWords({ rule }: Words, kind: FieldKind | undefined, is: string): string {
  const ofDates: Record<string, string | undefined> = kind === 'DATE' ? rule.dateOperators : {};
  return ofDates[is] ?? rule.operators[is as Operator] ?? is;
}

const presence = ['empty', 'notEmpty'] as const;
const equality = ['equals', 'notEquals', 'in', 'notIn'] as const;
const order = ['less', 'lessOrEqual', 'greater', 'greaterOrEqual', 'between'] as const;

/** The same as the interface takes; it says so itself when it should not be. */
export const operatorsOf: Readonly<Record<FieldKind, readonly Operator[]>> = {
  TEXT: [...equality, 'contains', 'startsWith', ...presence],
  LIST: [...equality, ...presence],
  MULTI_LIST: ['containsAny', 'containsAll', 'containsNone', ...presence],
  BOOLEAN: ['equals', ...presence],
  AUTHORISATION: ['equals', ...presence],
  NUMBER: [...equality, ...order, ...presence],
  DATE: [...equality, ...order, 'inLastDays', 'inNextDays', ...presence],
};
