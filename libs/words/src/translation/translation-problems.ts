import type { Messages } from './catalogue-files.js';
import { messageProblem } from './message-problem.js';

/** What is wrong with a translation, message by message: nothing when it is whole. */
export function translationProblems(locale: string, english: Messages, translated: Messages): string[] {
  const wrong = [...english].flatMap(([key, message]) => {
    const own = translated.get(key);
    const problem = own === undefined ? 'is not said' : messageProblem(locale, own, message);
    return problem === undefined ? [] : [`${key} ${problem}`];
  });
  const strange = [...translated.keys()]
    .filter((key) => !english.has(key))
    .map((key) => `${key} is no message of ours`);
  return [...wrong, ...strange];
}

/** What may have been forgotten, or is called the same in both languages. */
export const saidInEnglish = (english: Messages, translated: Messages): string[] =>
  [...english]
    .filter(([key, message]) => /\p{L}{2}/u.test(message) && translated.get(key) === message)
    .map(([key]) => key);
