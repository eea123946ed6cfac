import { describe, expect, it } from '@jest/globals';
import type { PlannedLine } from '@roundtrip/contracts';
import { numbersOf, withKnownNumber } from './number-spellings.rules.js';

const lineOf = (contactNumber?: string, writtenNumber?: string): PlannedLine => ({
  line: 2,
  ...(contactNumber !== undefined && { contactNumber }),
  ...(writtenNumber !== undefined && { writtenNumber }),
  changes: [],
  issues: [],
  raw: [],
});
const decomposed = 'E\u0301-1';

describe('the contact of a line', () => {
  it.each<[string, PlannedLine, string[], string | undefined]>([
    ['by its number', lineOf('É-1'), ['É-1'], 'É-1'],
    ['by its number as it was stored once', lineOf('É-1'), [decomposed], decomposed],
    ['by its number as it is written', lineOf('123', '12\u200b3'), ['12\u200b3'], '12\u200b3'],
    ['by what is written before all else', lineOf('123', '12\u200b3'), ['123', '12\u200b3'], '12\u200b3'],
    ['by the number that an undo knows it by', lineOf(decomposed), [decomposed, 'É-1'], decomposed],
    ['by its letters, when nobody is called as is written', lineOf('123', '12\u200b3'), ['123'], '123'],
    ['not at all', lineOf('123', '12\u200b3'), ['13'], '123'],
    ['not without a number', lineOf(), ['123'], undefined],
  ])('is found %s', (_how, line, known, number) => {
    expect(withKnownNumber(line, new Map(known.map((one) => [one, {}]))).contactNumber).toBe(number);
  });

  it('is asked for once by each of its spellings', () => {
    expect(numbersOf(lineOf('123'))).toEqual(['123']);
    expect(numbersOf(lineOf('É-1', decomposed))).toEqual([decomposed, 'É-1']);
    expect(numbersOf(lineOf())).toEqual([]);
  });
});
