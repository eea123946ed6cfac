import type { Language, Said } from '@roundtrip/contracts/words';
import { catalogues } from './catalogues.js';
import { localeOf } from './locales.js';
import { messageText } from './message.js';
import { saidText } from './sentences-text.js';

/**
 * Why a job has failed or its file was rejected. What an earlier version has written down in English words, or in sentences that are gone,
 * is told by its code.
 */
export function problemText(language: Language, { code, detail }: { code: string; detail: Said }): string {
  const said = saidText(language, detail);
  const isUnspoken = typeof detail === 'string' ? language !== 'en' : said === '';
  if (!isUnspoken) return said;
  const known: Readonly<Record<string, string>> = { ...catalogues[language].codes, ...catalogues[language].faults };
  const message = known[code];
  return message === undefined ? said : messageText(localeOf[language], message);
}
