import type { Rule } from '@roundtrip/contracts';
import { type Definitions, ruleFields } from '@roundtrip/fields';
import { mongo } from 'mongoose';
import type { Database } from '../database.js';
import { type KeyCondition, SEARCH_INDEX } from '../search-keys.js';
import { candidatesOf } from './rule.candidates.js';
import { type ContactFilter, ruleFilter } from './rule.filter.js';

/** More than that are found as fast by looking at all, in the order in which they are wanted. */
export const INDEX_CONTACTS = 20_000;

export interface RuleQuery {
  rule: Rule;
  definitions: Definitions;
  at: Date;
  institution: string;
}

/** How the contacts that a rule picks are found: the same ones by either way. */
export interface RulePlan {
  filter: ContactFilter;
  /** For every call with this filter. */
  options: { hint?: string };
  by: 'index' | 'scan';
  why: 'few candidates' | 'many candidates' | 'no condition that an index serves' | 'contacts without search keys';
  /** Contacts that the index names. */
  candidates?: number;
}

/** What a plan asks of the database itself, at most so long. */
interface PlanOptions {
  maxTimeMS?: number;
}

/** Database servers choose otherwise by themselves, and look at every contact: the index is named to them. */
export async function planRule(
  { contacts }: Pick<Database, 'contacts'>,
  { rule, definitions, at, institution }: RuleQuery,
  options: PlanOptions = {},
): Promise<RulePlan> {
  const filter = ruleFilter(rule, definitions, at, institution);
  const scan = (why: RulePlan['why']): RulePlan => ({ filter, options: {}, by: 'scan', why });
  const condition = candidatesOf(rule, ruleFields(definitions), institution);
  if (!condition) return scan('no condition that an index serves');
  if (!(await haveAllKeys(contacts, options))) return scan('contacts without search keys');
  const candidates = await countCandidates(contacts, condition, INDEX_CONTACTS + 1, options);
  if (candidates > INDEX_CONTACTS) return { ...scan('many candidates'), candidates };
  const narrowed = { ...filter, $and: [...(filter.$and ?? []), condition] } as ContactFilter;
  return { filter: narrowed, options: { hint: SEARCH_INDEX }, by: 'index', why: 'few candidates', candidates };
}

/** Has every contact been given its keys? One that has not would be missed by the index. */
export async function haveAllKeys(contacts: Database['contacts'], options: PlanOptions = {}): Promise<boolean> {
  const without = { searchKeys: { $exists: false } };
  try {
    return (await contacts.findOne(without, { projection: { _id: 1 }, hint: SEARCH_INDEX, ...options })) === null;
  } catch (error) {
    if (isUnknownIndex(error)) return false;
    throw error;
  }
}

/** BadValue: the index is not made yet. */
const isUnknownIndex = (error: unknown): boolean => error instanceof mongo.MongoServerError && error.code === 2;

/** How many contacts the index names, up to `limit`. */
export const countCandidates = (
  contacts: Database['contacts'],
  condition: KeyCondition,
  limit: number,
  options: PlanOptions = {},
): Promise<number> => contacts.countDocuments(condition, { limit, hint: SEARCH_INDEX, ...options });
