import type { Language } from '@roundtrip/contracts/words';
import { catalogues } from './catalogues.js';
import { letters as german } from './languages/de/letters.js';
import { letters as english } from './languages/en/letters.js';
import { letters as spanish } from './languages/es/letters.js';
import { letters as french } from './languages/fr/letters.js';
import { letters as italian } from './languages/it/letters.js';
import { localeOf, type SpokenLanguage } from './locales.js';
import { messageText, type Params } from './message.js';
import type { MessageTree, Translated } from './spoken.js';

const letters: Readonly<Record<SpokenLanguage, Translated<typeof english>>> = {
  en: english,
  fr: french,
  de: german,
  it: italian,
  es: spanish,
};

/**
 * A text of a letter, for a template that asks for it by its place.
 *
 * @param path such as `templateReady.subject`
 * @throws Error when there is no such text, or a parameter of it is missing
 */
export function letterWords(language: SpokenLanguage, path: string, params: Params = {}): string {
  let found: string | MessageTree | undefined = letters[language];
  for (const key of path.split('.')) found = typeof found === 'object' ? found[key] : undefined;
  if (typeof found !== 'string') throw new Error(`No letter has a text ${path}`);
  return messageText(localeOf[language], found, params);
}

/** Why a file cannot be used or a job has failed, by its code; where nothing more is known of it, that it was a fault of ours. */
export function reasonWords(language: Language, code: string): string {
  const known: Readonly<Record<string, string>> = { ...catalogues[language].faults, ...catalogues[language].codes };
  return messageText(
    localeOf[language],
    (Object.hasOwn(known, code) ? known[code] : undefined) ?? letters[language].fault,
  );
}
