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

export type ReasonCode = keyof typeof english.reasons;

export const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(english.reasons, code);

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
