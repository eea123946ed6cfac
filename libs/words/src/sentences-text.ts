import type { IssueCode } from '@roundtrip/contracts';
import type { Language, Said, Sentence, SentenceParams } from '@roundtrip/contracts/words';
import { type Catalogue, catalogues } from './catalogues.js';
import { localeOf } from './locales.js';
import { messageText } from './message.js';

/** The words of sentences, one after the other. Nothing where none of them is known: another version has said it. */
export function sentencesText(language: Language, said: readonly Sentence[]): string {
  return said.flatMap((one) => sentenceText(language, one) ?? []).join(' ');
}

/** What a code means and what to do, in general; undefined for one of another version. */
export function codeText(language: Language, code: keyof Catalogue['codes']): string;
export function codeText(language: Language, code: string): string | undefined;
export function codeText(language: Language, code: string): string | undefined {
  const known: Readonly<Record<string, string>> = catalogues[language].codes;
  return Object.hasOwn(known, code) ? messageText(localeOf[language], known[code] ?? '') : undefined;
}

export const saidText = (language: Language, said: Said): string =>
  typeof said === 'string' ? said : sentencesText(language, said);

/** Undefined where this version does not know the sentence, or says it with other parameters. */
function sentenceText(language: Language, { say, with: params }: Sentence): string | undefined {
  const known: Readonly<Record<string, string>> = catalogues[language].sentences;
  const message = Object.hasOwn(known, say) ? known[say] : undefined;
  if (message === undefined) return undefined;
  try {
    return messageText(localeOf[language], message, params);
  } catch {
    return undefined;
  }
}

/** As sentences are kept with what was found: of an error or a warning, or of many that say the same. */
interface Recorded {
  code: IssueCode;
  message?: Said | undefined;
  hint?: Said | undefined;
}

/** What is said of an error or a warning, and the parameters of it. */
export interface IssueWords {
  message?: string;
  hint?: string;
  /** Absent where there are none. */
  params?: SentenceParams;
}

/**
 * An error or a warning in words. What another version has said in sentences that are gone is explained as all of its code are; the words
 * of a version that knew no sentences stay as they are.
 */
export function issueWords(language: Language, { code, message, hint }: Recorded): IssueWords {
  const words: IssueWords = {};
  const params = saidParams(message, hint);
  if (params !== undefined) words.params = params;
  if (message !== undefined) {
    const text = wordsOf(language, message);
    words.message = text ?? codeText(language, code);
    if (text === undefined) return words;
  }
  const advice = hint === undefined ? undefined : wordsOf(language, hint);
  if (advice !== undefined) words.hint = advice;
  return words;
}

/** Undefined unless all of it is known: half of an advice may be a wrong one. */
function wordsOf(language: Language, said: Said): string | undefined {
  if (typeof said === 'string') return said;
  const words = said.map((one) => sentenceText(language, one));
  return words.includes(undefined) ? undefined : words.join(' ');
}

/** The parameters of all that is said; undefined where there are none. */
export function saidParams(...all: readonly (Said | undefined)[]): SentenceParams | undefined {
  const params: Record<string, string | number> = {};
  for (const said of all) {
    if (said === undefined || typeof said === 'string') continue;
    // What the message says of the same name stands: it comes first.
    for (const { with: more = {} } of said) for (const [name, value] of Object.entries(more)) params[name] ??= value;
  }
  return Object.keys(params).length > 0 ? params : undefined;
}

/** Whether two say the same, in every language. */
export function isSameSaid(one: Said | undefined, other: Said | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined || typeof one === 'string' || typeof other === 'string') return false;
  return one.length === other.length && one.every((sentence, at) => isSameSentence(sentence, other[at]!));
}

function isSameSentence(one: Sentence, other: Sentence): boolean {
  if (one.say !== other.say) return false;
  const [params, others] = [one.with ?? {}, other.with ?? {}];
  const names = Object.keys(params);
  return names.length === Object.keys(others).length && names.every((name) => params[name] === others[name]);
}
