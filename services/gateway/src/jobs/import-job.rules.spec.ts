import { describe, expect, it } from '@jest/globals';
import { finalImportStates, importPhases, type ImportState, importState } from '@roundtrip/contracts';
import type { JobProgress } from '@roundtrip/database';
import fc from 'fast-check';
import { importChange, type ImportEvent, isFinal, progressOf } from './import-job.rules.js';

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
const events: Record<string, ImportEvent> = {
  reading: { type: 'reading', at },
  read: { type: 'progressed', phase: 'reading', at, linesDone: 40, linesTotal: 100 },
  accepted: { type: 'accepted', at, lines: 100 },
  decided: { type: 'progressed', phase: 'deciding', at, linesDone: 60, linesTotal: 100 },
  reported: { type: 'progressed', phase: 'reporting', at, linesDone: 10, linesTotal: 100 },
  done: { type: 'completed', at, state: 'DONE', counts },
  cancelled: { type: 'completed', at, state: 'CANCELLED', counts },
  rejected: { type: 'rejected', at, code: 'FILE_EMPTY', detail: 'The file is empty.' },
  failed: { type: 'failed', at, code: 'INTERNAL_ERROR', detail: 'A fault on our side.' },
};
const paces = { reading: 10, deciding: 30, reporting: 10 };
const jobIn = (
  state: ImportState,
  action: 'check' | 'update' = 'update',
  progress: JobProgress = { linesDone: 0, linesTotal: 0 },
) => ({ state, action, paces, progress });

describe('the state of an import', () => {
  it.each([
    ['QUEUED', 'reading', 'VALIDATING'],
    ['QUEUED', 'read', 'VALIDATING'],
    ['QUEUED', 'accepted', 'APPLYING'],
    ['QUEUED', 'decided', 'APPLYING'],
    ['QUEUED', 'reported', 'APPLYING'],
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
    ['APPLYING', 'reported', 'APPLYING'],
    ['APPLYING', 'done', 'DONE'],
    ['APPLYING', 'failed', 'FAILED'],
  ] as const)('of an update that is %s goes at the event "%s" to %s', (state, name, next) => {
    const change = importChange(jobIn(state), events[name] as ImportEvent);
    expect(change?.state ?? state).toBe(next);
  });

  it('of a check stays VALIDATING while its lines are compared, and ends CHECKED', () => {
    expect(importChange(jobIn('VALIDATING', 'check'), events['accepted'] as ImportEvent)?.state).toBeUndefined();
    expect(importChange(jobIn('QUEUED', 'check'), events['decided'] as ImportEvent)?.state).toBe('VALIDATING');
    expect(importChange(jobIn('VALIDATING', 'check'), { type: 'completed', at, state: 'CHECKED', counts })?.state).toBe(
      'CHECKED',
    );
  });

  it.each(finalImportStates)('that is %s is changed by nothing', (state) => {
    for (const one of Object.values(events)) expect(importChange(jobIn(state), one)).toBeUndefined();
  });

  it('has begun with its first sign of life, whatever that is', () => {
    expect(importChange(jobIn('QUEUED'), events['accepted'] as ImportEvent)).toMatchObject({ startedAt: at });
    expect(importChange(jobIn('QUEUED'), events['rejected'] as ImportEvent)).toMatchObject({
      startedAt: at,
      finishedAt: at,
    });
  });

  const anyEvent: fc.Arbitrary<ImportEvent> = fc.oneof(
    fc.constantFrom(...Object.values(events)),
    fc.record({
      type: fc.constant('progressed' as const),
      phase: fc.constantFrom(...importPhases),
      at: fc.constant(at),
      linesDone: fc.nat(100),
      linesTotal: fc.constant(100),
    }),
  );

  it('only goes forward and its share only grows, in whatever order and however often events arrive', () => {
    const rank = (state: ImportState): number => (isFinal(state) ? 9 : importState.options.indexOf(state));
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 30 }),
        fc.constantFrom('check' as const, 'update' as const),
        (all, action) => {
          let job = jobIn('QUEUED', action);
          for (const one of all) {
            const next = { ...job, ...importChange(job, one) };
            expect(rank(next.state)).toBeGreaterThanOrEqual(rank(job.state));
            expect(next.progress.share ?? 0).toBeGreaterThanOrEqual(job.progress.share ?? 0);
            expect(next.progress.linesDone).toBeLessThanOrEqual(next.progress.linesTotal);
            expect(importChange(next, one)?.state).toBeUndefined();
            job = next;
          }
        },
      ),
    );
  });

  it('counts the lines of what it does, and at its end those that were worked on', () => {
    let job = jobIn('QUEUED');
    const hear = (name: string): JobProgress => {
      job = { ...job, ...importChange(job, events[name] as ImportEvent) };
      return job.progress;
    };
    expect(hear('read')).toMatchObject({ linesDone: 40, linesTotal: 100, share: 0.08, phase: { name: 'reading' } });
    expect(hear('accepted')).toMatchObject({ linesDone: 0, linesTotal: 100, share: 0.2, phase: { name: 'deciding' } });
    expect(hear('decided')).toMatchObject({ linesDone: 60, linesTotal: 100, share: 0.56 });
    expect(hear('reported')).toMatchObject({ linesDone: 10, share: 0.82, phase: { name: 'reporting' } });
    const end = hear('done');
    expect(end).toMatchObject({ linesDone: 100, linesTotal: 100, share: 1 });
    expect(end).not.toHaveProperty('phase');
  });

  it('keeps its share when it is stopped', () => {
    const job = jobIn('APPLYING');
    const known = { ...job, ...importChange(job, events['decided'] as ImportEvent) };
    const stopped = { ...counts, applied: 61, unchanged: 0, rejected: 0, notAttempted: 39 };
    expect(importChange(known, { type: 'completed', at, state: 'CANCELLED', counts: stopped })?.progress).toMatchObject(
      { linesDone: 61, linesTotal: 100, share: 0.56 },
    );
  });

  it.each<[string, ImportState, number, JobProgress]>([
    ['is read', 'VALIDATING', 30, { linesDone: 60, linesTotal: 100, share: 0.3 }],
    ['is decided on by a check', 'VALIDATING', 80, { linesDone: 60, linesTotal: 100, share: 0.8 }],
    ['is applied', 'APPLYING', 50, { linesDone: 0, linesTotal: 100, share: 0.5 }],
    ['is applied', 'APPLYING', 58, { linesDone: 16, linesTotal: 100, share: 0.58 }],
    ['is over', 'CANCELLED', 16, { linesDone: 16, linesTotal: 100, share: 0.16 }],
    ['waits', 'QUEUED', 0, { linesDone: 0, linesTotal: 0 }],
  ])(
    'that %s and was written when both phases were one count is told apart: %s, %i',
    (_, state, linesDone, expected) => {
      const linesTotal = expected.linesTotal;
      expect(progressOf({ state, progress: { linesDone, linesTotal } })).toEqual(expected);
      const next = importChange(jobIn(state, 'update', { linesDone, linesTotal }), events['decided'] as ImportEvent);
      if (!isFinal(state)) {
        expect(next?.progress).toMatchObject({ linesDone: 60, phase: { name: 'deciding' } });
        expect(next?.progress?.share).toBeGreaterThanOrEqual(expected.share ?? 0);
      }
    },
  );
});
