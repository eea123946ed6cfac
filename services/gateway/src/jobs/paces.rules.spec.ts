import { describe, expect, it } from '@jest/globals';
import type { JobProgress } from '@roundtrip/database';
import { kindOf, measured, pacesOf, remember } from './paces.rules.js';

const pace = (n: number) => ({ reading: n, deciding: 3 * n, reporting: n / 2 });
const over: JobProgress = {
  linesDone: 20_000,
  linesTotal: 20_000,
  share: 1,
  tookMs: { reading: 200, deciding: 600, reporting: 100 },
};

describe('what the phases lately took', () => {
  it('is the median of what was measured, so that one bad day counts for nothing', () => {
    expect(pacesOf('update', [pace(10), pace(12), pace(9_000)])).toEqual(pace(12));
    expect(pacesOf('check', [pace(10)])).toEqual(pace(10));
  });

  it('is something to begin with before anything was measured, for every kind of import', () => {
    for (const kind of ['check', 'update', 'undo'] as const) {
      for (const first of Object.values(pacesOf(kind))) expect(first).toBeGreaterThan(0);
    }
    expect(kindOf({ action: 'update' })).toBe('update');
    expect(kindOf({ action: 'update', undoOf: 'imp_1' })).toBe('undo');
  });

  it('is measured on a thousand lines of an import that came to its end', () => {
    expect(measured(over)).toEqual({ reading: 10, deciding: 30, reporting: 5 });
  });

  it.each<[string, Partial<JobProgress>]>([
    ['was stopped', { share: 0.4 }],
    ['is so short that most of its time was waiting', { linesTotal: 9_999 }],
    ['was seen in one phase only', { tookMs: { deciding: 600 } }],
  ])('is not measured on an import that %s', (_, change) => {
    expect(measured({ ...over, ...change })).toBeUndefined();
  });

  it('is not measured on an import that was written before phases were', () => {
    expect(measured({ linesDone: 20_000, linesTotal: 20_000, share: 1 })).toBeUndefined();
  });

  it('is forgotten after five imports', () => {
    const recent = [1, 2, 3, 4, 5, 6, 7].reduce<ReturnType<typeof pace>[]>((all, n) => remember(all, pace(n)), []);
    expect(recent).toEqual([3, 4, 5, 6, 7].map(pace));
  });
});
