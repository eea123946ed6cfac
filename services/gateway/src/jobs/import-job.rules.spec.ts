import { describe, expect, it } from '@jest/globals';
import { finalImportStates, type ImportState, importState } from '@roundtrip/contracts';
import fc from 'fast-check';
import { importChange, type ImportNews, isFinal } from './import-job.rules.js';

const at = new Date('2026-03-01T10:00:00Z');
const counts = {
  total: 100,
  applied: 90,
  unchanged: 5,
  rejected: 5,
  notAttempted: 0,
  overwritten: 0,
  warnings: 0,
  blankLines: 0,
};
const news: Record<string, ImportNews> = {
  reading: { what: 'reading', at },
  read: { what: 'read', at, linesDone: 40, linesTotal: 100 },
  accepted: { what: 'accepted', at, lines: 100 },
  decided: { what: 'decided', at, linesDone: 60, linesTotal: 100 },
  done: { what: 'completed', at, state: 'DONE', counts },
  cancelled: { what: 'completed', at, state: 'CANCELLED', counts },
  rejected: { what: 'rejected', at, code: 'FILE_EMPTY', detail: 'The file is empty.' },
  failed: { what: 'failed', at, code: 'INTERNAL_ERROR', detail: 'A fault on our side.' },
};
const jobIn = (state: ImportState, action: 'check' | 'update' = 'update') => ({
  state,
  action,
  progress: { linesDone: 0, linesTotal: 0 },
});

describe('the state of an import', () => {
  it.each([
    ['QUEUED', 'reading', 'VALIDATING'],
    ['QUEUED', 'read', 'VALIDATING'],
    ['QUEUED', 'accepted', 'APPLYING'],
    ['QUEUED', 'decided', 'APPLYING'],
    ['QUEUED', 'rejected', 'REJECTED'],
    ['QUEUED', 'failed', 'FAILED'],
    ['QUEUED', 'done', 'DONE'],
    ['QUEUED', 'cancelled', 'CANCELLED'],
    ['VALIDATING', 'reading', 'VALIDATING'],
    ['VALIDATING', 'accepted', 'APPLYING'],
    ['VALIDATING', 'rejected', 'REJECTED'],
    ['VALIDATING', 'failed', 'FAILED'],
    ['VALIDATING', 'done', 'DONE'],
    ['APPLYING', 'reading', 'APPLYING'],
    ['APPLYING', 'read', 'APPLYING'],
    ['APPLYING', 'decided', 'APPLYING'],
    ['APPLYING', 'done', 'DONE'],
    ['APPLYING', 'failed', 'FAILED'],
  ] as const)('of an update that is %s goes at the news "%s" to %s', (state, name, next) => {
    const change = importChange(jobIn(state), news[name] as ImportNews);
    expect(change?.state ?? state).toBe(next);
  });

  it('of a check stays VALIDATING while its lines are compared, and ends CHECKED', () => {
    expect(importChange(jobIn('VALIDATING', 'check'), news['accepted'] as ImportNews)?.state).toBeUndefined();
    expect(importChange(jobIn('QUEUED', 'check'), news['decided'] as ImportNews)?.state).toBe('VALIDATING');
    expect(importChange(jobIn('VALIDATING', 'check'), { what: 'completed', at, state: 'CHECKED', counts })?.state).toBe(
      'CHECKED',
    );
  });

  it.each(finalImportStates)('that is %s is changed by nothing', (state) => {
    for (const one of Object.values(news)) expect(importChange(jobIn(state), one)).toBeUndefined();
  });

  it('has begun with its first sign of life, whatever that is', () => {
    expect(importChange(jobIn('QUEUED'), news['accepted'] as ImportNews)).toMatchObject({ startedAt: at });
    expect(importChange(jobIn('QUEUED'), news['rejected'] as ImportNews)).toMatchObject({
      startedAt: at,
      finishedAt: at,
    });
  });

  const anyNews: fc.Arbitrary<ImportNews> = fc.oneof(
    fc.constantFrom(...Object.values(news)),
    fc.record({
      what: fc.constantFrom('read' as const, 'decided' as const),
      at: fc.constant(at),
      linesDone: fc.nat(100),
      linesTotal: fc.constant(100),
    }),
  );

  it('only goes forward and its progress only grows, in whatever order and however often news arrives', () => {
    const rank = (state: ImportState): number => (isFinal(state) ? 9 : importState.options.indexOf(state));
    fc.assert(
      fc.property(
        fc.array(anyNews, { maxLength: 30 }),
        fc.constantFrom('check' as const, 'update' as const),
        (all, action) => {
          let job = jobIn('QUEUED', action);
          for (const one of all) {
            const next = { ...job, ...importChange(job, one) };
            expect(rank(next.state)).toBeGreaterThanOrEqual(rank(job.state));
            if (!isFinal(next.state)) expect(next.progress.linesDone).toBeGreaterThanOrEqual(job.progress.linesDone);
            expect(next.progress.linesDone).toBeLessThanOrEqual(next.progress.linesTotal);
            expect(importChange(next, one)?.state).toBeUndefined();
            job = next;
          }
        },
      ),
    );
  });

  it('is half done when the file was read, and done at its end', () => {
    expect(importChange(jobIn('VALIDATING'), news['accepted'] as ImportNews)?.progress).toEqual({
      linesDone: 50,
      linesTotal: 100,
    });
    expect(importChange(jobIn('APPLYING'), news['decided'] as ImportNews)?.progress).toEqual({
      linesDone: 80,
      linesTotal: 100,
    });
    expect(importChange(jobIn('APPLYING'), news['done'] as ImportNews)?.progress).toEqual({
      linesDone: 100,
      linesTotal: 100,
    });
  });
});
