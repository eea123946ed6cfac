/** `count(2, 'line', 'lines')` → "2 lines", as the language writes numbers and forms plurals. */
export function counter(language: 'en' | 'fr') {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (n: number, one: string, other: string): string =>
    `${numbers.format(n)} ${rules.select(n) === 'one' ? one : other}`;
}
