import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ClosedCounts, LaneSums } from './lane-sums.rules.js';

const linesOf = (chunk: number): number => 900 + (chunk % 7);
const countsOf = (chunk: number): ClosedCounts => ({ total: linesOf(chunk), notAttempted: chunk % 3 });

/** Looks until nothing more is to be had; answers how many documents were read. */
function look(sums: LaneSums, closed: ReadonlySet<number>): number {
  let read = 0;
  for (;;) {
    const found = new Map(
      sums
        .ahead()
        .filter((chunk) => closed.has(chunk))
        .map((chunk) => [chunk, countsOf(chunk)]),
    );
    read += found.size;
    if (!sums.add(found)) return read;
  }
}

const sumOf = (chunks: Iterable<number>): ClosedCounts => {
  const sum = { total: 0, notAttempted: 0 };
  for (const chunk of chunks) {
    sum.total += linesOf(chunk);
    sum.notAttempted += chunk % 3;
  }
  return sum;
};
const upTo = (chunks: number): number[] => Array.from({ length: chunks }, (_, chunk) => chunk);

describe('the sum over the closed chunks', () => {
  it('is whole at the end in whatever order chunks are closed, and never too much before', () => {
    const order = fc
      .integer({ min: 0, max: 300 })
      .chain((chunks) => fc.shuffledSubarray(upTo(chunks), { minLength: chunks }));
    fc.assert(
      fc.property(order, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 40 }), (chunks, lanes, each) => {
        const sums = new LaneSums(chunks.length, lanes);
        const closed = new Set<number>();
        let before = 0;
        for (const [index, chunk] of chunks.entries()) {
          closed.add(chunk);
          if (index % each !== 0) continue;
          look(sums, closed);
          expect(sums.counts.total).toBeGreaterThanOrEqual(before);
          expect(sums.counts.total).toBeLessThanOrEqual(sumOf(closed).total);
          before = sums.counts.total;
        }
        look(sums, closed);
        expect(sums.counts).toEqual(sumOf(upTo(chunks.length)));
      }),
    );
  });

  it('is that of all closed chunks at each look while lanes run at speeds of their own', () => {
    const lanesAhead = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lanesAhead, (ahead) => {
        const lanes = ahead.length;
        const sums = new LaneSums(lanes * 90, lanes);
        const closed = new Set(ahead.flatMap((count, lane) => upTo(count).map((step) => lane + step * lanes)));
        look(sums, closed);
        expect(sums.counts).toEqual(sumOf(closed));
      }),
    );
  });

  it('counts a chunk once that two looks have found at the same moment', () => {
    const sums = new LaneSums(10, 2);
    const found = new Map([0, 1, 2].map((chunk) => [chunk, countsOf(chunk)]));
    sums.add(found);
    sums.add(found);
    expect(sums.counts).toEqual(sumOf([0, 1, 2]));
  });

  it('reads every chunk once over a whole import, be it ever so long and one lane far behind', () => {
    const [chunks, lanes] = [10_000, 8];
    const sums = new LaneSums(chunks, lanes);
    const closed = new Set<number>();
    let read = 0;
    for (let step = 0; step < chunks / lanes; step++) {
      for (let lane = 1; lane < lanes; lane++) closed.add(lane + step * lanes);
      read += look(sums, closed);
    }
    for (let step = 0; step < chunks / lanes; step++) closed.add(step * lanes);
    read += look(sums, closed);
    expect(sums.counts).toEqual(sumOf(upTo(chunks)));
    expect(read).toBe(chunks);
  });
});
