import type { Rule, RuleLeaf } from '@roundtrip/contracts';
import type { RuleField } from '@roundtrip/fields';
import { isSearchedField, type KeyCondition, keysAre, keysBegin } from '../search-keys.js';

/** Of parts that hold together: more of them narrow little, and each is looked up. */
const NARROWEST = 2;

/**
 * A condition on the search keys that holds for every contact which the rule picks; undefined when there is none, and all contacts have
 * to be looked at. Of what has to hold together the narrowest parts are enough, of alternatives each needs its own; what must not hold narrows nothing.
 *
 * @param rule one that `checkRule` finds nothing wrong with
 */
export function candidatesOf(
  rule: Rule,
  fields: ReadonlyMap<string, RuleField>,
  institution: string,
): KeyCondition | undefined {
  if ('all' in rule) {
    const parts = rule.all.flatMap((child) => candidatesOf(child, fields, institution) ?? []);
    const narrowest = parts.toSorted((one, other) => width(one) - width(other)).slice(0, NARROWEST);
    return narrowest.length > 1 ? { $and: narrowest } : narrowest[0];
  }
  if ('any' in rule) {
    const parts = rule.any.map((child) => candidatesOf(child, fields, institution));
    const known = parts.filter((part) => part !== undefined);
    return known.length === 0 || known.length < parts.length ? undefined : { $or: known };
  }
  return 'field' in rule ? ofLeaf(rule, fields.get(rule.field), institution) : undefined;
}

function ofLeaf({ is, value }: RuleLeaf, field: RuleField | undefined, institution: string): KeyCondition | undefined {
  if (!field || !isSearchedField(field.path)) return undefined;
  if (is === 'equals') return keysAre(institution, [String(value)]);
  if (is === 'in') return keysAre(institution, value as string[]);
  return is === 'startsWith' ? keysBegin(institution, String(value)) : undefined;
}

/** A guess at how many contacts a condition holds for: whole texts before beginnings, long beginnings before short ones. */
function width(condition: KeyCondition): number {
  if ('$or' in condition) return condition.$or.reduce((sum, part) => sum + width(part), 0);
  if ('$and' in condition) return Math.min(...condition.$and.map(width));
  const { searchKeys } = condition;
  return '$in' in searchKeys ? searchKeys.$in.length : 1e9 / 10 ** searchKeys.$elemMatch.$gte.length;
}
