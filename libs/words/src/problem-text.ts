import type { Language, Said } from '@roundtrip/contracts/words';
import type { faults } from './languages/en/faults.js';
import { codeText, saidText } from './sentences-text.js';

/**
 * Why a job has failed or its file was rejected. What an earlier version has written down in English words, or in sentences that are gone,
 * is told by its code.
 */
export function problemText(language: Language, { code, detail }: { code: string; detail: Said }): string {
  const said = saidText(language, detail);
  const isUnspoken = typeof detail === 'string' ? language !== 'en' : said === '';
  return (isUnspoken ? codeText(language, code) : undefined) ?? said;
}

/** A fault of ours as it is kept and told in messages: in English. In another language its code tells it. */
export const englishFault = (code: keyof typeof faults): { code: string; detail: string } => ({
  code,
  detail: codeText('en', code),
});
