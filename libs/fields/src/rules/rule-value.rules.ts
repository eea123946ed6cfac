import type { FieldFault, FieldKind, Operand, Sentence } from '@roundtrip/contracts';
import { sentence } from '@roundtrip/words';
import { parseIsoDate } from '../cells/date.reader.js';
import { closest } from '../closest.js';
import { quote } from '../cells/cell-text.js';
import type { RuleField } from './rule-fields.js';

const MAX_LIST = 1000;
/** Of one list: each is compared with all codes of its field, to say which was meant. */
const WRONG_VALUES_TOLD = 20;
const MAX_TEXT = 1000;
const MAX_DAYS = 36_500;

type Check = (value: unknown, field: RuleField, pointer: string) => FieldFault[];

const checks: Record<Operand, Check> = {
  one: checkOne,
  list: checkList,
  pair: checkPair,
  days: (value, _field, pointer) =>
    isDays(value) ? [] : [{ pointer, message: [sentence('rule-days', { most: MAX_DAYS })] }],
  nothing: (value, _field, pointer) =>
    value === undefined || value === null ? [] : [{ pointer, message: [sentence('rule-no-value')] }],
};

/** What is wrong with a leaf's value; `pointer` is that of the value. */
export const checkValue = (value: unknown, operand: Operand, field: RuleField, pointer: string): FieldFault[] =>
  checks[operand](value, field, pointer);

const isDays = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_DAYS;

function checkList(value: unknown, field: RuleField, pointer: string): FieldFault[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_LIST) {
    return [{ pointer, message: [sentence('rule-list', { most: MAX_LIST })] }];
  }
  const problems: FieldFault[] = [];
  for (const [index, item] of value.entries()) {
    problems.push(...checkOne(item, field, `${pointer}/${index}`));
    if (problems.length < WRONG_VALUES_TOLD || index === value.length - 1) continue;
    return [...problems, { pointer, message: [sentence('rule-values-not-read')] }];
  }
  return problems;
}

function checkPair(value: unknown, field: RuleField, pointer: string): FieldFault[] {
  if (!Array.isArray(value) || value.length !== 2) return [{ pointer, message: [sentence('rule-pair')] }];
  const problems = value.flatMap((item: unknown, index) => checkOne(item, field, `${pointer}/${index}`));
  if (problems.length > 0) return problems;
  const [from, to] = value as [number, number] | [string, string];
  return from <= to ? [] : [{ pointer, message: [sentence('rule-pair-order')] }];
}

function checkOne(value: unknown, field: RuleField, pointer: string): FieldFault[] {
  const message = problemsByKind[field.kind](value, field.codes);
  return message === undefined ? [] : [{ pointer, message }];
}

type ValueProblem = (value: unknown, codes: readonly string[]) => Sentence[] | undefined;

const notBoolean: ValueProblem = (value) => (typeof value === 'boolean' ? undefined : [sentence('rule-boolean')]);

const problemsByKind: Record<FieldKind, ValueProblem> = {
  BOOLEAN: notBoolean,
  AUTHORISATION: notBoolean,
  NUMBER: (value) => (typeof value === 'number' && Number.isFinite(value) ? undefined : [sentence('rule-number')]),
  DATE: (value) =>
    typeof value === 'string' && parseIsoDate(value) !== undefined ? undefined : [sentence('rule-date')],
  LIST: problemOfCode,
  MULTI_LIST: problemOfCode,
  TEXT: (value) => (isRuleText(value) ? undefined : [sentence('rule-text', { most: MAX_TEXT })]),
};

function problemOfCode(value: unknown, codes: readonly string[]): Sentence[] | undefined {
  if (typeof value !== 'string') return [sentence('rule-code')];
  if (codes.includes(value)) return undefined;
  const near = closest(value, codes);
  const unknown = sentence('rule-code-unknown', { code: quote(value) });
  return near === undefined ? [unknown] : [unknown, sentence('did-you-mean', { meant: near })];
}

/** NUL cannot stand in a regular expression of the database; other control characters are in no contact. Line breaks are. */
const isRuleText = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.length <= MAX_TEXT && !/[^\P{Cc}\n\t]/u.test(value);
