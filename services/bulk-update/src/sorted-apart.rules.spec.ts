import { describe, expect, it } from '@jest/globals';
import { inWords } from '../test/in-words.js';
import { sortedApart } from './sorted-apart.rules.js';

describe('lines whose e-mail address is not that of their contact', () => {
  it.each([
    [0, 100],
    [4, 4],
    [5, 26],
    [199, 1000],
  ])('may be addresses that have changed when they are %d of %d', (mismatches, lines) => {
    expect(sortedApart(mismatches, lines)).toBeUndefined();
  });

  it.each([
    [5, 5],
    [5, 25],
    [200, 1000],
  ])('come from a column that was sorted apart when they are %d of %d', (mismatches, lines) => {
    expect(inWords(sortedApart(mismatches, lines)!)).toEqual({
      code: 'EMAIL_MISMATCH',
      column: 'EMAIL',
      message: expect.stringContaining('sorted apart'),
      hint: expect.stringContaining('start again from the template'),
    });
  });

  it('are counted in the words of the result', () => {
    expect(inWords(sortedApart(1234, 2000)!).message).toContain('1,234 of 2,000 lines');
  });
});
