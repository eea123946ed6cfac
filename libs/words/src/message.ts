import { IntlMessageFormat } from 'intl-messageformat';
import { typeset } from './typography.js';

/** What stands in the place of a parameter: a moment is a number of milliseconds since 1970. */
export type Params = Readonly<Record<string, string | number>>;

/** A day and a moment as every language writes them; the zone is said, as a service does not know that of who reads. */
const formats = {
  date: {
    day: { dateStyle: 'long', timeZone: 'UTC' },
    moment: { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' },
  },
} as const;

const parsed = new Map<string, IntlMessageFormat>();

/**
 * An ICU message with its parameters, in the manner of a locale.
 *
 * @param locale such as `fr` or `en-GB`; its language decides about spaces
 */
export function messageText(locale: string, message: string, params: Params = {}): string {
  const key = `${locale}\n${message}`;
  let format = parsed.get(key);
  if (format === undefined) {
    const language = locale.split('-')[0] ?? locale;
    // Markup is none here: a `<` is a `<`.
    format = new IntlMessageFormat(typeset(language, message), locale, formats, { ignoreTag: true });
    parsed.set(key, format);
  }
  return String(format.format(params));
}
