import type { Language, Said } from '@roundtrip/contracts/words';
import { catalogues } from './catalogues.js';
import { localeOf } from './locales.js';
import { messageText } from './message.js';
import { saidText } from './sentences-text.js';

/** Why a job has failed. Words that stand already are English: in another language a fault of ours is told by its code. */
export function problemText(language: Language, { code, detail }: { code: string; detail: Said }): string {
  const { codes, faults } = catalogues[language];
  // What another version has said in sentences that are gone is told by its code, too.
  const said = saidText(language, detail);
  if (typeof detail !== 'string' && said === '') return (codes as Readonly<Record<string, string>>)[code] ?? '';
  if (typeof detail !== 'string' || language === 'en') return said;
  const message = (faults as Readonly<Record<string, string>>)[code];
  return message === undefined ? detail : messageText(localeOf[language], message);
}
