import type { Language } from '@roundtrip/contracts/words';

/** `plural(2, 'line', 'lines')` → "lines", as the language forms plurals. */
export function pluralOf(language: Language) {
  const rules = new Intl.PluralRules(language);
  return (n: number, one: string, other: string): string => (rules.select(n) === 'one' ? one : other);
}

/** `count(2, 'line', 'lines')` → "2 lines", as the language writes numbers and forms plurals. */
export function counter(language: Language) {
  const numbers = new Intl.NumberFormat(language);
  const plural = pluralOf(language);
  return (n: number, one: string, other: string): string => `${numbers.format(n)} ${plural(n, one, other)}`;
}
