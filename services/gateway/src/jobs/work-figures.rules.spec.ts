import { describe, expect, it } from '@jest/globals';
import { type OpenJob, workFigures, workGauges } from './work-figures.rules.js';

const now = new Date('2026-03-02T10:00:00Z');
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
const job = (id: string, more: Partial<OpenJob> = {}): OpenJob => ({
  _id: id,
  type: 'import',
  state: 'QUEUED',
  requestedAt: ago(600),
  releasedAt: ago(60),
  changedAt: ago(60),
  progress: { linesTotal: 0 },
  ...more,
});
const large = { file: { sizeBytes: 50_000_000 } };
const small = { file: { sizeBytes: 2_000 } };
const deciding = (share: number, linesTotal: number) => ({
  state: 'APPLYING',
  progress: { linesTotal, phase: { name: 'deciding' as const, share } },
});

/** `gauge label label` → value, of those that are not zero. */
const shown = (jobs: OpenJob[], chunks: Record<string, number> = {}) =>
  Object.fromEntries(
    workFigures(jobs, (id) => chunks[id], now)
      .filter(({ value }) => value !== 0)
      .map(({ gauge, labels, value }) => [
        [gauge.replace('roundtrip_', ''), ...Object.values(labels)].join(' '),
        value,
      ]),
  );

describe('how much the workers have to do', () => {
  it('is nothing when nobody wants anything, and each figure is told as a zero then', () => {
    const figures = workFigures([], () => undefined, now);
    expect(new Set(figures.map(({ gauge }) => gauge))).toEqual(new Set(workGauges.map(({ name }) => name)));
    expect(figures.filter(({ value }) => value !== 0)).toEqual([]);
  });

  it('leaves out what waits for its place: it is told by itself', () => {
    expect(shown([job('a', { ...large, waiting: 'large' }), job('b', { type: 'template', waiting: 'small' })])).toEqual(
      {
        'jobs_open import QUEUED': 1,
        'jobs_open template QUEUED': 1,
        'jobs_queued large': 1,
        'jobs_queued small': 1,
      },
    );
  });

  it('counts a file until it is read to its end, then its chunks until they are decided, by size and age', () => {
    const jobs = [
      job('read', { ...large, state: 'VALIDATING', changedAt: ago(1) }),
      job('next', { ...small, releasedAt: ago(5), changedAt: ago(5) }),
      job('decided', { ...large, ...deciding(0.25, 100_000), releasedAt: ago(300), changedAt: ago(2) }),
      job('reported', {
        ...large,
        state: 'APPLYING',
        changedAt: ago(3),
        progress: { linesTotal: 9_000, phase: { name: 'reporting', share: 0.1 } },
      }),
    ];
    expect(shown(jobs, { decided: 100, reported: 9 })).toEqual({
      'jobs_open import QUEUED': 1,
      'jobs_open import VALIDATING': 1,
      'jobs_open import APPLYING': 2,
      'job_silence_seconds import': 5,
      'files_waiting large': 1,
      'files_oldest_seconds large': 60,
      'files_waiting small': 1,
      'files_oldest_seconds small': 5,
      'chunks_open large': 75,
      'chunks_oldest_seconds large': 300,
    });
  });

  it('takes a job for small by its lines, once they are known', () => {
    const jobs = [
      job('lines', { ...large, ...deciding(0, 800), changedAt: ago(0) }),
      job('none', { ...deciding(1, 5) }),
    ];
    expect(shown(jobs, { lines: 1, none: 1 })).toMatchObject({ 'chunks_open small': 1 });
  });

  it('says how long the most silent job has shown no progress, from its release on', () => {
    const jobs = [
      job('a', { type: 'template', changedAt: ago(10) }),
      // It has changed before it left the queue.
      job('b', { type: 'template', changedAt: ago(600), releasedAt: ago(20) }),
      job('c', { changedAt: ago(4_000), releasedAt: ago(4_000) }),
    ];
    expect(shown(jobs)).toMatchObject({
      'job_silence_seconds template': 20,
      'job_silence_seconds import': 4_000,
      'templates_waiting large': 2,
    });
  });
});
