import { describe, expect, it } from '@jest/globals';
import { outcomeWords } from './outcome.rules.js';

const counts = {
  total: 5,
  applied: 3,
  unchanged: 1,
  rejected: 1,
  notAttempted: 0,
  overwritten: 0,
  warnings: 0,
  blankLines: 0,
};
const done = { state: 'DONE_WITH_ERRORS' as const, counts };
const other = { state: 'DONE_WITH_ERRORS' as const, counts: { ...counts, applied: 2, rejected: 2 } };
const words = 'DONE_WITH_ERRORS, 3 applied, 1 unchanged, 1 rejected';
const difference = { line: '4', words: 'is other' };

describe('an import that was done again', () => {
  it.each([
    ['as before, by the counts', { now: done, before: done, lines: undefined }, true, `${words}; as before`],
    ['as before, line by line', { now: done, before: done, lines: [] }, true, `${words}; as before`],
    [
      'as its reports of before say, when Kafka was lost',
      { now: done, before: undefined, lines: [] },
      true,
      `${words}; each line as before`,
    ],
    [
      'of which nothing of before is left',
      { now: done, before: undefined, lines: undefined },
      true,
      `${words}; how it had ended is not known`,
    ],
    [
      'with other counts',
      { now: done, before: other, lines: undefined },
      false,
      `${words}; before: DONE_WITH_ERRORS, 2 applied, 1 unchanged, 2 rejected; no reports of before are kept: which lines differ is not known`,
    ],
    [
      'with the same counts of other lines',
      { now: done, before: done, lines: [difference] },
      false,
      `${words}; as before, but 1 lines differ`,
    ],
    ['with other lines', { now: done, before: undefined, lines: [difference] }, false, `${words}; 1 lines differ`],
  ])('%s', (_, outcome, isAsBefore, expected) => {
    expect(outcomeWords(outcome)).toEqual({
      isAsBefore,
      words: expected,
      lines: (outcome.lines ?? []).map(() => 'line 4 is other'),
    });
  });
});
