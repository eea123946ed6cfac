import { EMPTY, kindTraits } from '@roundtrip/contracts/words';
import type { ContactSummary, Criterion } from '@roundtrip/gateway/api';
import type { ConsoleWords } from '@roundtrip/words/console';
import type { Formats } from '../words/format.js';
import { OTHERS, SOME } from './change-filter.js';

export interface TransitionPart {
  text: string;
  /** Of a value that has a name, too. */
  code?: string;
  /** It is told of the value, and is none. */
  told?: boolean;
}

interface Speaking {
  words: ConsoleWords;
  formats: Formats;
  criterion: Criterion | undefined;
  /** What is said for texts, numbers and dates. */
  some: string;
}

/** Stands behind the first values of a set that is too long to be shown. */
const more = / and (\d+) more$/;

/** A value of the transition table for who reads it: each of its values, with its name. */
export function transitionParts(
  path: string,
  text: string,
  { words, formats, criterion, some }: Speaking,
): TransitionPart[] {
  const told = (said: string): TransitionPart[] => [{ text: said, told: true }];
  if (text === EMPTY) return told(path.startsWith('authorisations.') ? words.values.empty : words.values.none);
  if (text === SOME) return told(some);
  if (text === OTHERS) return told(words.import.otherValues);
  if (text === 'TRUE') return [{ text: words.values.true }];
  if (text === 'FALSE') return [{ text: words.values.false }];
  if (path === 'kind') return [{ text: words.contact.kinds[text as ContactSummary['kind']] ?? text }];
  if (path === 'country') return [{ text: formats.country(text) }];
  const named = (code: string): TransitionPart => {
    const name = criterion?.values.find((value) => value.code === code)?.name;
    return name === undefined ? { text: code } : { text: name, code };
  };
  if (!criterion || !kindTraits[criterion.kind].several) return [named(text)];
  const hidden = more.exec(text)?.[1];
  const codes = text.replace(more, '').split('|');
  return [...codes.map(named), ...(hidden === undefined ? [] : told(words.import.andMore({ n: Number(hidden) })))];
}
