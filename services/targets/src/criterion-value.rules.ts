import type { FieldFault, Sentence } from '@roundtrip/contracts';
import type { CriterionValueDocument } from '@roundtrip/database';
import { identifierText, isName, isValueCode } from '@roundtrip/fields';
import { sentence } from '@roundtrip/words';

/** A value as asked for; what is left out is kept, or takes its default: rank after the last, active. */
export interface AskedValue {
  code: string;
  name: string;
  rank?: number | undefined;
  active?: boolean | undefined;
}

const MAX_VALUES = 2000;
/** With those that became inactive: all stand in one document. */
const MAX_VALUES_KEPT = 5000;

/** @param values as they would be stored */
export const tooManyValues = (values: readonly CriterionValueDocument[], pointer: string): FieldFault[] =>
  values.length <= MAX_VALUES_KEPT
    ? []
    : [
        {
          pointer,
          message: [sentence('values-kept-too-many', { most: MAX_VALUES_KEPT })],
        },
      ];

/** @param root pointer of the list; '' for a single value, whose pointers have no index */
export function valueProblems(
  values: readonly { code: string; name?: string | undefined }[],
  root = '/values',
): FieldFault[] {
  if (values.length > MAX_VALUES)
    return [{ pointer: root, message: [sentence('values-too-many', { most: MAX_VALUES })] }];
  const codes = new Set<string>();
  return values.flatMap(({ code, name }, index) => {
    const pointer = root === '' ? '' : `${root}/${index}`;
    const problems: FieldFault[] = [];
    const codeProblem = codes.has(code) ? sentence('value-code-twice') : problemOfCode(code);
    if (codeProblem !== undefined) problems.push({ pointer: `${pointer}/code`, message: [codeProblem] });
    if (name === undefined || !isName(name)) {
      problems.push({ pointer: `${pointer}/name`, message: [sentence('name-form')] });
    }
    codes.add(code);
    return problems;
  });
}

function problemOfCode(code: string): Sentence | undefined {
  if (isValueCode(code)) return undefined;
  if (code.trim().toLowerCase() === 'empty') return sentence('value-code-reserved');
  return sentence('value-code-form');
}

/** A value of these letters, which keeps its code as contacts hold it; one that is stored exactly so comes first. */
export const valueOfLetters = (
  values: readonly CriterionValueDocument[],
  code: string,
): CriterionValueDocument | undefined =>
  values.find((value) => value.code === code) ??
  values.find((value) => identifierText(value.code) === identifierText(code));

/** The list replaces what there was; values that it leaves out become inactive, as contacts may hold them. */
export function mergeValues(
  current: readonly CriterionValueDocument[],
  asked: readonly AskedValue[],
): CriterionValueDocument[] {
  const known = current.map((value) => [identifierText(value.code), value] as const);
  // A code that is stored exactly so comes before one that only has the same letters.
  const kept = new Map([...known, ...current.map((value) => [value.code, value] as const)]);
  const listed = new Set<string>();
  let last = 0;
  const values = asked.map((value) => {
    const before = kept.get(value.code);
    const code = before?.code ?? value.code;
    listed.add(code);
    last = value.rank ?? Math.max(before?.rank ?? 0, last + 1);
    return { code, name: value.name, rank: last, active: value.active ?? before?.active ?? true };
  });
  const dropped = current.filter((value) => !listed.has(value.code)).map((value) => ({ ...value, active: false }));
  return byRank([...values, ...dropped]);
}

export function mergeValue(current: readonly CriterionValueDocument[], asked: AskedValue): CriterionValueDocument[] {
  const before = valueOfLetters(current, asked.code);
  const code = before?.code ?? asked.code;
  const lastRank = Math.max(0, ...current.map((value) => value.rank));
  const value = {
    code,
    name: asked.name,
    rank: asked.rank ?? before?.rank ?? lastRank + 1,
    active: asked.active ?? before?.active ?? true,
  };
  return byRank([...current.filter((other) => other.code !== code), value]);
}

const byRank = (values: CriterionValueDocument[]): CriterionValueDocument[] =>
  values.toSorted((a, b) => a.rank - b.rank || (a.code < b.code ? -1 : 1));
