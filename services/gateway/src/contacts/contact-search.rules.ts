import { type KeyCondition, keysBegin, type SearchedField, searchedFields } from '@roundtrip/database';
import { storedForms } from '@roundtrip/fields';

type Condition = Partial<Record<SearchedField, RegExp>>;
export interface SearchCondition {
  $or: Condition[];
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
/** In composed form, and as texts were stored before all were. */
const beginning = (text: string): RegExp => new RegExp(`^(?:${storedForms(text).map(escape).join('|')})`, 'i');

const wordsOf = (text: string): string[] =>
  text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');

/**
 * Contacts whose number, name, company or e-mail begins with the text, in any case; of two words one may begin the first name
 * and the other the last name. Undefined for a blank text: everybody.
 */
export function searchCondition(text: string): SearchCondition | undefined {
  const words = wordsOf(text);
  const whole = words.join(' ');
  if (whole === '') return undefined;
  const conditions: Condition[] = searchedFields.map((field) => ({ [field]: beginning(whole) }));
  if (words.length === 2) {
    const [one, other] = words.map(beginning) as [RegExp, RegExp];
    conditions.push({ firstName: one, lastName: other }, { firstName: other, lastName: one });
  }
  return { $or: conditions };
}

/** What an index knows about them: holds for all of them, and perhaps for more. Undefined when it knows nothing. */
export function searchKeyCondition(institution: string, text: string): KeyCondition | undefined {
  const words = wordsOf(text);
  const whole = keysBegin(institution, words.join(' '));
  if (!whole || words.length !== 2) return whole;
  const each = words.flatMap((word) => keysBegin(institution, word) ?? []);
  return each.length < words.length ? undefined : { $or: [whole, { $and: each }] };
}
