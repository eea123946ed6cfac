import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checking, counting, undoing } from './reading.rules.js';

describe('how far the reading of a file is', () => {
  it('says no lines before they are counted, but how many there seem to be', () => {
    expect(counting(250, 0.25)).toMatchObject({ linesDone: 0, linesTotal: 0, linesSeen: 250, linesExpected: 1000 });
    expect(checking(250, 1000)).toMatchObject({ linesDone: 250, linesTotal: 1000, linesSeen: 1000 });
  });

  it('only grows from counting to checking, and ends with the whole', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1.5, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 2_000_000 }), (bytes, lines) => {
        const all = [
          ...bytes.toSorted((a, b) => a - b).map((share) => counting(lines, share)),
          checking(0, lines),
          checking(Math.floor(lines / 2), lines),
          checking(lines, lines),
        ].map(({ share }) => share);
        expect(all).toEqual(all.toSorted((a, b) => a - b));
        expect(all.at(-1)).toBe(1);
      }),
    );
  });

  it('is a number for an undo of nothing', () => {
    expect(undoing(0, 0)).toMatchObject({ share: 0 });
    expect(undoing(5, 10)).toMatchObject({ linesDone: 5, linesTotal: 10, share: 0.5 });
  });
});
