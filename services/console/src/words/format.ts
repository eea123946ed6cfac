/** The browser's own variant of the language, such as en-GB: it says how dates are written. */
export const variantOf = (language: string): string =>
  navigator.languages.find((one) => one.split('-')[0] === language) ?? language;

/** The code itself when nobody knows it. */
function nameIn(locale: string, type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Numbers, dates and sizes as people of the language write them. */
export function formatsOf(locale: string) {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const { compare } = new Intl.Collator(locale);
  // A day is the same everywhere: no time zone may move it.
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const all = new Intl.ListFormat(locale, { type: 'conjunction' });
  const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: false });
  const unit = (n: number, name: string, digits = 0): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      // Of what is larger than a byte the short form is the word that people use.
      unitDisplay: name.endsWith('byte') && name !== 'byte' ? 'short' : 'long',
      maximumFractionDigits: digits,
    }).format(n);
  return {
    number: (n: number): string => number.format(n),
    /** Names in a sentence: "A, B and C". */
    list: (names: readonly string[]): string => all.format(names),
    percent: (share: number): string => percent.format(share),
    date: (iso: string): string => date.format(new Date(iso)),
    dateTime: (iso: string): string => dateTime.format(new Date(iso)),
    /** To the second. */
    moment: (iso: string): string => moment.format(new Date(iso)),
    /** As names follow each other in a list. */
    compare,
    /** Of a date without a time, `YYYY-MM-DD`. */
    day: (iso: string): string => day.format(new Date(iso)),
    /** A number that somebody stored, with all of its digits. */
    exact: (n: number): string => exact.format(n),
    country: (code: string): string => nameIn(locale, 'region', code),
    languageName: (code: string): string => nameIn(locale, 'language', code),
    /** The time alone for today. */
    when(iso: string): string {
      const at = new Date(iso);
      return at.toDateString() === new Date().toDateString() ? time.format(at) : dateTime.format(at);
    },
    bytes(n: number): string {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
      const step = Math.min(units.length - 1, n < 1 ? 0 : Math.floor(Math.log(n) / Math.log(1024)));
      return unit(n / 1024 ** step, units[step] as string, step > 1 ? 1 : 0);
    },
    duration(seconds: number): string {
      if (seconds < 60) return unit(Math.max(1, Math.round(seconds)), 'second');
      // A minute more or less would be half of it.
      if (seconds < 120) return unit(Math.round(seconds / 10) * 10, 'second');
      if (seconds < 3600) return unit(Math.round(seconds / 60), 'minute');
      return unit(seconds / 3600, 'hour', 1);
    },
  };
}
export type Formats = ReturnType<typeof formatsOf>;
