import { type Operator, operatorsByKind, type Rule, type RuleLeaf } from '@roundtrip/contracts';
import { daysFrom, type Definitions, type RuleField, ruleFields, storedForms } from '@roundtrip/fields';
import { mongo } from 'mongoose';
import { institutionIdRange } from '../contact-id.js';
import type { ContactDocument } from '../documents.js';

export type ContactFilter = mongo.Filter<ContactDocument>;
type Condition = Record<string, unknown>;

/**
 * The query for the contacts of an institution that a rule picks, those that take part at all (valid, not anonymised).
 * Negations (`notEquals`, `notIn`, `containsNone`, `none`, `notAll`) hold for contacts without a value.
 *
 * @param rule one that `checkRule` finds nothing wrong with
 * @param at what `inLastDays` and `inNextDays` count from, as a day in UTC
 * @throws Error when the rule names a field or an operator that there is not
 */
export function ruleFilter(rule: Rule, definitions: Definitions, at: Date, institution: string): ContactFilter {
  const picked = conditionOf(rule, ruleFields(definitions), at);
  return {
    _id: institutionIdRange(institution),
    valid: true,
    anonymised: false,
    $and: [picked],
  };
}

const EVERYBODY: Condition = {};
const NOBODY: Condition = { _id: { $in: [] } };

function conditionOf(rule: Rule, fields: ReadonlyMap<string, RuleField>, at: Date): Condition {
  const each = (rules: Rule[]): Condition[] => rules.map((child) => conditionOf(child, fields, at));
  // The database refuses $and, $or and $nor of nothing.
  if ('all' in rule) return rule.all.length === 0 ? EVERYBODY : { $and: each(rule.all) };
  if ('any' in rule) return rule.any.length === 0 ? NOBODY : { $or: each(rule.any) };
  if ('none' in rule) return rule.none.length === 0 ? EVERYBODY : { $nor: each(rule.none) };
  if ('notAll' in rule) return rule.notAll.length === 0 ? NOBODY : { $nor: [{ $and: each(rule.notAll) }] };
  return leafCondition(rule, fields, at);
}

function leafCondition(leaf: RuleLeaf, fields: ReadonlyMap<string, RuleField>, at: Date): Condition {
  const field = fields.get(leaf.field);
  const operator = operatorsByKind[field?.kind ?? 'TEXT'].find((candidate) => candidate === leaf.is);
  if (!field || !operator) throw new Error('the rule names a field or an operator that there is not');
  return { [field.path]: comparisons[operator](leaf.value, at) };
}

/** Values are those that `checkRule` has let pass for the operator. */
const comparisons: Record<Operator, (value: unknown, at: Date) => Condition> = {
  equals: (value) => (formsOf(value).length > 1 ? { $in: formsOf(value) } : { $eq: value }),
  notEquals: (value) => (formsOf(value).length > 1 ? { $nin: formsOf(value) } : { $ne: value }),
  in: (value) => ({ $in: (value as unknown[]).flatMap(formsOf) }),
  notIn: (value) => ({ $nin: (value as unknown[]).flatMap(formsOf) }),
  contains: (value) => ({ $regex: patternOf(String(value)), $options: 'i' }),
  startsWith: (value) => ({ $regex: `^${patternOf(String(value))}`, $options: 'i' }),
  less: (value) => ({ $lt: value }),
  lessOrEqual: (value) => ({ $lte: value }),
  greater: (value) => ({ $gt: value }),
  greaterOrEqual: (value) => ({ $gte: value }),
  between: (value) => ({ $gte: (value as unknown[])[0], $lte: (value as unknown[])[1] }),
  inLastDays: (value, at) => ({ $gte: daysFrom(at, -Number(value)), $lte: daysFrom(at, 0) }),
  inNextDays: (value, at) => ({ $gte: daysFrom(at, 0), $lte: daysFrom(at, Number(value)) }),
  containsAny: (value) => ({ $in: value }),
  containsAll: (value) => ({ $all: value }),
  containsNone: (value) => ({ $nin: value }),
  empty: () => ({ $eq: null }),
  notEmpty: () => ({ $ne: null }),
};

/** A text as contacts may hold it: texts that are older than the rule that texts are stored in composed form are found as well. */
const formsOf = (value: unknown): unknown[] => (typeof value === 'string' ? storedForms(value) : [value]);

const patternOf = (text: string): string => {
  const forms = storedForms(text).map(escapePattern);
  return forms.length > 1 ? `(?:${forms.join('|')})` : forms.join('');
};

const escapePattern = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/#\s-]/g, String.raw`\$&`);
