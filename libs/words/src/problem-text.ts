import type { Language, Said } from '@roundtrip/contracts/words';
import { catalogues } from './catalogues.js';
import { localeOf } from './locales.js';
import { messageText } from './message.js';
import { saidText } from './sentence.js';

/** Why a job has failed. Words that stand already are English: in another language a fault of ours is told by its code. */
export function problemText(language: Language, { code, detail }: { code: string; detail: Said }): string {
  if (typeof detail !== 'string' || language === 'en') return saidText(language, detail);
  const faults: Readonly<Record<string, string>> = catalogues[language].faults;
  const message = faults[code];
  return message === undefined ? detail : messageText(localeOf[language], message);
}
