import type { Rule, RuleLeaf } from '@roundtrip/contracts';
import type { ContactDocument } from '../src/index.js';

/** What a rule means, said once more as plainly as possible and without a database: the filter must pick the same. */
export function picks(rule: Rule, contact: ContactDocument, today: string): boolean {
  const holds = (child: Rule) => picks(child, contact, today);
  if ('all' in rule) return rule.all.every(holds);
  if ('any' in rule) return rule.any.some(holds);
  if ('none' in rule) return !rule.none.some(holds);
  if ('notAll' in rule) return !rule.notAll.every(holds);
  return leafHolds({ ...rule, value: seen(rule.value) }, seen(valueOf(contact, rule.field)), today);
}

function valueOf(contact: ContactDocument, field: string): unknown {
  const [area, code] = field.split('.') as [string, string];
  const holder = area === 'contact' ? contact : contact[area as 'criteria' | 'authorisations'];
  return (holder as unknown as Record<string, unknown>)[code];
}

function leafHolds({ is, value: wanted }: RuleLeaf, value: unknown, today: string): boolean {
  const there = value !== undefined;
  const list = wanted as unknown[];
  const held = Array.isArray(value) ? value : [];
  switch (is) {
    case 'empty':
      return !there;
    case 'notEmpty':
      return there;
    case 'equals':
      return value === wanted;
    case 'notEquals':
      return value !== wanted;
    case 'in':
      return list.includes(value);
    case 'notIn':
      return !list.includes(value);
    case 'containsAny':
      return held.some((code) => list.includes(code));
    case 'containsAll':
      return list.every((code) => held.includes(code));
    case 'containsNone':
      return !held.some((code) => list.includes(code));
    case 'contains':
      return there && lower(value).includes(lower(wanted));
    case 'startsWith':
      return there && lower(value).startsWith(lower(wanted));
    case 'less':
      return there && compare(value, wanted) < 0;
    case 'lessOrEqual':
      return there && compare(value, wanted) <= 0;
    case 'greater':
      return there && compare(value, wanted) > 0;
    case 'greaterOrEqual':
      return there && compare(value, wanted) >= 0;
    case 'between':
      return there && compare(value, list[0]) >= 0 && compare(value, list[1]) <= 0;
    case 'inLastDays':
      return there && daysUntil(today, value as string) <= 0 && daysUntil(today, value as string) >= -Number(wanted);
    case 'inNextDays':
      return there && daysUntil(today, value as string) >= 0 && daysUntil(today, value as string) <= Number(wanted);
    default:
      throw new Error(`the oracle does not know "${is}"`);
  }
}

/** Accents may be stored in two ways. */
const seen = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(seen) : typeof value === 'string' ? value.normalize('NFC') : value;

const lower = (text: unknown): string => (text as string).toLowerCase();

const compare = (a: unknown, b: unknown): number => {
  const [left, right] = [a, b] as [number, number] | [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
};

const daysUntil = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
