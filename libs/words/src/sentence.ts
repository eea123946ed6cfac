import type { Language, Said, Sentence } from '@roundtrip/contracts/words';
import { catalogues } from './catalogues.js';
import { localeOf } from './locales.js';
import { messageText } from './message.js';
import type { ParamsOf } from './message-params.js';
import type { requests } from './languages/en/requests.js';
import type { sentences } from './languages/en/sentences.js';

type Sentences = typeof sentences & typeof requests;
export type SentenceId = keyof Sentences;

type Needed<Id extends SentenceId> =
  Record<never, never> extends ParamsOf<Sentences[Id]> ? [] : [params: ParamsOf<Sentences[Id]>];

export function sentence<Id extends SentenceId>(id: Id, ...[params]: Needed<Id>): Sentence {
  return params === undefined ? { say: id } : { say: id, with: params as Sentence['with'] };
}

/** The words of sentences, one after the other. Nothing where none of them is known: another version has said it. */
export function sentencesText(language: Language, said: readonly Sentence[]): string {
  const known: Readonly<Record<string, string>> = catalogues[language].sentences;
  return said
    .flatMap(({ say, with: params }) => {
      const message = known[say];
      return message === undefined ? [] : [messageText(localeOf[language], message, params)];
    })
    .join(' ');
}

export const saidText = (language: Language, said: Said): string =>
  typeof said === 'string' ? said : sentencesText(language, said);
