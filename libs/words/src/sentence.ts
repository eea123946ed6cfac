import type { Sentence } from '@roundtrip/contracts/words';
import type { activities } from './languages/en/activities.js';
import type { requests } from './languages/en/requests.js';
import type { sentences } from './languages/en/sentences.js';
import type { ParamsOf } from './message-params.js';

type Sentences = typeof sentences & typeof requests & typeof activities;
export type SentenceId = keyof Sentences;

export type { Said, Sentence, SentenceParams } from '@roundtrip/contracts/words';

/** Of each id by itself: an id that is none stands for all of them, whose messages must not be multiplied by each other. */
type Needed<Id> = Id extends SentenceId
  ? Record<never, never> extends ParamsOf<Sentences[Id]>
    ? []
    : [params: ParamsOf<Sentences[Id]>]
  : never;

/** A file may have millions of errors, and most of what is said of them takes no parameters: that is made once. */
const alike = new Map<SentenceId, Sentence>();

export function sentence<Id extends SentenceId>(id: Id, ...[params]: Needed<Id>): Sentence {
  if (params !== undefined) return { say: id, with: params };
  let said = alike.get(id);
  if (!said) {
    said = Object.freeze({ say: id });
    alike.set(id, said);
  }
  return said;
}
