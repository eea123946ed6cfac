/** `plural(2, 'line', 'lines')` → "lines", as the language forms plurals. */
export function pluralOf(language: 'en' | 'fr') {
  const rules = new Intl.PluralRules(language);
  return (n: number, one: string, other: string): string => (rules.select(n) === 'one' ? one : other);
}

/** `count(2, 'line', 'lines')` → "2 lines", as the language writes numbers and forms plurals. */
export function counter(language: 'en' | 'fr') {
  const numbers = new Intl.NumberFormat(language);
  const plural = pluralOf(language);
  return (n: number, one: string, other: string): string => `${numbers.format(n)} ${plural(n, one, other)}`;
}
