import { type ContactDocument, storedForms } from '@roundtrip/contacts';

type SearchedField = 'contactNumber' | 'lastName' | 'firstName' | 'company' | 'email';
type Condition = Partial<Record<SearchedField, RegExp>>;
export interface SearchCondition {
  $or: Condition[];
}
const searched: readonly SearchedField[] = [
  'contactNumber',
  'lastName',
  'firstName',
  'company',
  'email',
] satisfies (keyof ContactDocument)[];

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
/** In composed form, and as texts were stored before all were. */
const beginning = (text: string): RegExp => new RegExp(`^(?:${storedForms(text).map(escape).join('|')})`, 'i');

/**
 * Contacts whose number, name, company or e-mail begins with the text, in any case; of two words one may begin the first name
 * and the other the last name. Undefined for a blank text: everybody.
 */
export function searchCondition(text: string): SearchCondition | undefined {
  const words = text.trim().split(/\s+/);
  const whole = words.join(' ');
  if (whole === '') return undefined;
  const conditions: Condition[] = searched.map((field) => ({ [field]: beginning(whole) }));
  if (words.length === 2) {
    const [one, other] = words.map(beginning) as [RegExp, RegExp];
    conditions.push({ firstName: one, lastName: other }, { firstName: other, lastName: one });
  }
  return { $or: conditions };
}
