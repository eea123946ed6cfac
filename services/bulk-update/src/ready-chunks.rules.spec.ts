import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readyChunks } from './ready-chunks.rules.js';

describe('the chunks of an import to say ready', () => {
  it.each([
    ['at its begin: the first of each lane', 10, 4, [], [0, 1, 2, 3]],
    ['when one lane is lost: only that lane, from where it stands', 10, 4, [0, 1, 2, 3, 4, 6, 7, 8], [5]],
    ['when one chunk is left', 5, 2, [0, 1, 2, 3], [4]],
    ['when all are closed: none', 3, 2, [0, 1, 2], []],
  ])('%s', (_, chunks, lanes, closed, ready) => {
    expect(readyChunks(chunks, lanes, new Set(closed))).toEqual(ready);
  });

  it('reach every open chunk by the chain of their lanes, and are no more than lanes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.nat(59)),
        (n, w, done) => {
          const closed = new Set(done.filter((chunk) => chunk < n));
          const lanes = Math.min(w, n);
          const ready = readyChunks(n, lanes, closed);
          expect(ready.length).toBeLessThanOrEqual(lanes);
          const reached = new Set(closed);
          for (const first of ready) for (let chunk = first; chunk < n; chunk += lanes) reached.add(chunk);
          expect(reached.size).toBe(n);
        },
      ),
    );
  });
});
