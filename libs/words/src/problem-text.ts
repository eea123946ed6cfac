import type { Language, Said } from '@roundtrip/contracts/words';
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
