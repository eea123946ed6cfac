import type { Language, SentenceParams } from '@roundtrip/contracts/words';
import { letters as german } from './languages/de/letters.js';
import { letters as english } from './languages/en/letters.js';
import { letters as spanish } from './languages/es/letters.js';
import { letters as french } from './languages/fr/letters.js';
import { letters as italian } from './languages/it/letters.js';
import { localeOf } from './locales.js';
import { messageText } from './message.js';
import { codeText } from './sentences-text.js';
import { messageAt, type Translated } from './spoken.js';

const letters: Readonly<Record<Language, Translated<typeof english>>> = {
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
export function letterWords(language: Language, path: string, params: SentenceParams = {}): string {
  const found = messageAt(letters[language], path.split('.'));
  if (found === undefined) throw new Error(`No letter has a text ${path}`);
  return messageText(localeOf[language], found, params);
}

/** Why a file cannot be used or a job has failed, by its code; where nothing more is known of it, that it was a fault of ours. */
export const reasonWords = (language: Language, code: string): string =>
  codeText(language, code) ?? letterWords(language, 'fault');
