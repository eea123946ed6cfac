import type { SentenceParams } from '@roundtrip/contracts/words';
import { IntlMessageFormat } from 'intl-messageformat';
import { typeset } from './typography.js';

/** A day and a moment as every language writes them; the zone is said, as a service does not know that of who reads. */
const formats = {
  date: {
    day: { dateStyle: 'long', timeZone: 'UTC' },
    moment: { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' },
  },
} as const;

/** By locale and message: a message is parsed once. */
const parsed = new Map<string, Map<string, IntlMessageFormat>>();

/**
 * An ICU message with its parameters, in the manner of a locale.
 *
 * @param locale such as `fr` or `en-GB`; its language decides about spaces
 */
export function messageText(locale: string, message: string, params: SentenceParams = {}): string {
  return String(formatOf(locale, message).format(params));
}

function formatOf(locale: string, message: string): IntlMessageFormat {
  let ofLocale = parsed.get(locale);
  if (ofLocale === undefined) parsed.set(locale, (ofLocale = new Map()));
  let format = ofLocale.get(message);
  if (format === undefined) {
    const language = locale.split('-')[0] ?? locale;
    // Markup is none here: a `<` is a `<`.
    format = new IntlMessageFormat(typeset(language, message), locale, formats, { ignoreTag: true });
    ofLocale.set(message, format);
  }
  return format;
}
