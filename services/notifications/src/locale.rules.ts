import type { Language } from '@roundtrip/contracts';

const locales: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' };
/** Words of sizes, by thousands of bytes. */
const sizeUnits: Record<Language, readonly string[]> = {
  en: ['bytes', 'kB', 'MB', 'GB'],
  fr: ['octets', 'ko', 'Mo', 'Go'],
};

export interface Locale {
  number(value: number): string;
  /** Day and time in UTC, which is said. */
  date(at: Date): string;
  size(bytes: number): string;
  /** The word's form for a number; French takes the singular for 0, too. */
  plural(value: number, one: string, other: string): string;
}

export function localeOf(language: Language): Locale {
  const locale = locales[language];
  const numbers = new Intl.NumberFormat(locale);
  const sizes = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const plurals = new Intl.PluralRules(locale);
  return {
    number: (value) => numbers.format(value),
    date: (at) => `${dates.format(at)} UTC`,
    size: (bytes) => {
      const thousands = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 3);
      return `${sizes.format(bytes / 1000 ** thousands)} ${sizeUnits[language][thousands]}`;
    },
    plural: (value, one, other) => (plurals.select(value) === 'one' ? one : other),
  };
}
