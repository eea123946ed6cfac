import { describe, expect, it } from '@jest/globals';
import { isCancellationDue, watchPolicy, watchStep, type WatchStep } from './watch.rules.js';

const requestedAt = new Date('2026-03-01T10:00:00Z');
const after = (seconds: number): Date => new Date(requestedAt.getTime() + seconds * 1000);
const policy = watchPolicy(60_000, 7);
const step = (
  job: { state?: 'QUEUED' | 'APPLYING'; released?: number; changed?: number; published?: number; asks?: number },
  at: number,
) =>
  watchStep(
    {
      state: job.state ?? 'APPLYING',
      requestedAt,
      changedAt: after(job.changed ?? 0),
      ...(job.released !== undefined && { releasedAt: after(job.released) }),
      ...(job.published !== undefined && { publishedAt: after(job.published) }),
      ...(job.asks !== undefined && { asks: job.asks }),
    },
    after(at),
    policy,
  );

describe('a job that is open', () => {
  it.each<[string, Parameters<typeof step>[0], number, WatchStep]>([
    ['that Kafka never got waits for some seconds', { state: 'QUEUED' }, 7, 'wait'],
    ['and is published then', { state: 'QUEUED' }, 8, 'publish'],
    ['that was released late waits for some seconds from then', { state: 'QUEUED', released: 100 }, 107, 'wait'],
    ['that is queued waits half a minute', { state: 'QUEUED', published: 1 }, 30, 'wait'],
    ['and is asked for again then', { state: 'QUEUED', published: 1 }, 31, 'ask'],
    ['that runs waits a minute from its last progress', { published: 1, changed: 100 }, 159, 'wait'],
    ['and is asked for again then', { published: 1, changed: 100 }, 160, 'ask'],
    ['that was asked for once waits twice as long', { published: 160, changed: 100, asks: 1 }, 279, 'wait'],
    ['and is asked for again then', { published: 160, changed: 100, asks: 1 }, 280, 'ask'],
    ['that has gone on since begins anew', { published: 160, changed: 200, asks: 5 }, 260, 'ask'],
    ['that was asked for seven times waits more than two hours', { published: 0, changed: 0, asks: 7 }, 7_679, 'wait'],
    ['and is not asked for again', { published: 0, changed: 0, asks: 7 }, 7_680, 'exhausted'],
  ])('%s', (_, job, at, expected) => {
    expect(step(job, at)).toBe(expected);
  });
});

describe('a cancellation', () => {
  it.each([
    ['that Kafka never got is published at once', {}, 0, true],
    ['that Kafka got waits half a minute', { cancelPublishedAt: after(10) }, 39, false],
    ['and is published again then', { cancelPublishedAt: after(10) }, 40, true],
    [
      'that was published again later waits as long as it took until then',
      { cancelPublishedAt: after(100) },
      199,
      false,
    ],
    ['and is published again then, too', { cancelPublishedAt: after(100) }, 200, true],
  ])('%s', (_, job, at, expected) => {
    expect(isCancellationDue({ requestedAt, cancelRequestedAt: requestedAt, ...job }, after(at), policy)).toBe(
      expected,
    );
  });
});
