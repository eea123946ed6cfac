import type { FieldError, FieldKind, Operand } from '@roundtrip/contracts';
import { parseIsoDate } from '../cells/date.reader.js';
import { closest } from '../closest.js';
import { quote } from '../cells/cell-text.js';
import type { RuleField } from './rule-fields.js';

const MAX_LIST = 1000;
/** Of one list: each is compared with all codes of its field, to say which was meant. */
const WRONG_VALUES_TOLD = 20;
const MAX_TEXT = 1000;
const MAX_DAYS = 36_500;

type Check = (value: unknown, field: RuleField, pointer: string) => FieldError[];

const checks: Record<Operand, Check> = {
  one: checkOne,
  list: checkList,
  pair: checkPair,
  days: (value, _field, pointer) =>
    isDays(value) ? [] : [{ pointer, message: `A whole number of days from 0 to ${MAX_DAYS} is needed.` }],
  nothing: (value, _field, pointer) =>
    value === undefined || value === null ? [] : [{ pointer, message: 'This operator takes no value; leave it out.' }],
};

/** What is wrong with a leaf's value; `pointer` is that of the value. */
export const checkValue = (value: unknown, operand: Operand, field: RuleField, pointer: string): FieldError[] =>
  checks[operand](value, field, pointer);

const isDays = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_DAYS;

function checkList(value: unknown, field: RuleField, pointer: string): FieldError[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_LIST) {
    return [{ pointer, message: `A list of 1 to ${MAX_LIST} values is needed.` }];
  }
  const problems: FieldError[] = [];
  for (const [index, item] of value.entries()) {
    problems.push(...checkOne(item, field, `${pointer}/${index}`));
    if (problems.length < WRONG_VALUES_TOLD || index === value.length - 1) continue;
    return [...problems, { pointer, message: 'The values behind that were not looked at.' }];
  }
  return problems;
}

function checkPair(value: unknown, field: RuleField, pointer: string): FieldError[] {
  if (!Array.isArray(value) || value.length !== 2)
    return [{ pointer, message: 'A list of two values, from and to, is needed.' }];
  const problems = value.flatMap((item: unknown, index) => checkOne(item, field, `${pointer}/${index}`));
  if (problems.length > 0) return problems;
  const [from, to] = value as [number, number] | [string, string];
  return from <= to ? [] : [{ pointer, message: 'The first value must not come after the second.' }];
}

function checkOne(value: unknown, field: RuleField, pointer: string): FieldError[] {
  const message = problemsByKind[field.kind](value, field.codes);
  return message === undefined ? [] : [{ pointer, message }];
}

type ValueProblem = (value: unknown, codes: readonly string[]) => string | undefined;

const notBoolean: ValueProblem = (value) =>
  typeof value === 'boolean' ? undefined : 'true or false is needed (for no value use the operator "empty").';

const problemsByKind: Record<FieldKind, ValueProblem> = {
  BOOLEAN: notBoolean,
  AUTHORISATION: notBoolean,
  NUMBER: (value) =>
    typeof value === 'number' && Number.isFinite(value) ? undefined : 'A number is needed, without quotes.',
  DATE: (value) =>
    typeof value === 'string' && parseIsoDate(value) !== undefined
      ? undefined
      : 'A real date in the form "YYYY-MM-DD" is needed.',
  LIST: problemOfCode,
  MULTI_LIST: problemOfCode,
  TEXT: (value) =>
    isRuleText(value)
      ? undefined
      : `A text of 1 to ${MAX_TEXT} characters without control characters is needed (for no value use the operator "empty").`,
};

function problemOfCode(value: unknown, codes: readonly string[]): string | undefined {
  if (typeof value !== 'string') return 'A value code is needed, as text.';
  if (codes.includes(value)) return undefined;
  const near = closest(value, codes);
  return `${quote(value)} is no value code of this field.${near === undefined ? '' : ` Did you mean ${near}?`}`;
}

/** NUL cannot stand in a regular expression of the database; other control characters are in no contact. Line breaks are. */
const isRuleText = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.length <= MAX_TEXT && !/[^\P{Cc}\n\t]/u.test(value);
