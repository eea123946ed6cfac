import { z } from 'zod';
import type { FieldError, FieldFault, Said, Sentence } from './words.js';

export const fieldError = z.object({ pointer: z.string(), message: z.string() }) satisfies z.ZodType<FieldError>;

/** A person corrects no more at once; a body of 256 kB can hold thousands. */
export const FIELD_ERRORS_SHOWN = 20;
/** Of what somebody sent, and an answer says again. */
const CHARACTERS_SHOWN = 100;
/** Longer than any sentence of ours with such a text in it. */
const MESSAGE_CHARACTERS = 600;
/** Of a list of what is allowed. */
const PARAM_CHARACTERS = 300;

const DETAIL_CHARACTERS = 2_000;

/** The first faults as an answer tells them, and how many more there are: an answer is never much larger than what was asked. */
export function firstFieldFaults(faults: readonly FieldFault[]): FieldFault[] {
  const shown = faults.slice(0, FIELD_ERRORS_SHOWN).map(({ pointer, message }) => ({
    pointer: pointer.split('/').map(shortened).join('/'),
    message: shortenedSaid(message),
  }));
  const more = faults.length - shown.length;
  return more === 0 ? shown : [...shown, { pointer: '', message: [{ say: 'more-faults', with: { n: more } }] }];
}

const shortened = (text: string): string => beginning(text, CHARACTERS_SHOWN);

/** What is to be said without more of what somebody sent than a person looks at. */
export const shortenedSaid = (said: Said): Said =>
  typeof said === 'string' ? beginning(said, MESSAGE_CHARACTERS) : said.map(shortenedSentence);

function shortenedSentence(sentence: Sentence): Sentence {
  if (sentence.with === undefined) return sentence;
  const params = Object.entries(sentence.with).map(([name, value]) => [
    name,
    typeof value === 'string' ? beginning(value, PARAM_CHARACTERS) : value,
  ]);
  return { ...sentence, with: Object.fromEntries(params) as Record<string, string | number> };
}

/** What an answer says of one fault, in words. */
export const shownMessage = (text: string): string => beginning(text, MESSAGE_CHARACTERS);

/** What an answer says in one text about all faults: the beginning, as each is told by itself too. */
export const shownDetail = (text: string): string => beginning(text, DETAIL_CHARACTERS);

/** What is cut off shows as `…`, which counts as one; no character is cut in two. */
function beginning(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return `${text.slice(0, characters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
