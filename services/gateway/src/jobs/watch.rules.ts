import type { ImportJobDocument } from '@roundtrip/database';
import type { JobDocument } from './jobs.repository.js';

/** When what is done about a job that shows no progress. */
export interface WatchPolicy {
  /** How often is looked. */
  lookEveryMs: number;
  /** What Kafka never got is published after so long. */
  unpublishedMs: number;
  /** A queued job that shows no progress for so long is asked for again; each further time after twice as long. */
  queuedSilentMs: number;
  /** A running one likewise. */
  runningSilentMs: number;
  /** A cancellation that Kafka got is published again after so long; each further time after twice as long. */
  cancelledSilentMs: number;
  /** A job fails only when whatever it needs was there for so long. */
  steadyMs: number;
  /** How often a job is asked for in vain before it fails. */
  attemptsMax: number;
  /** The same, while others of its kind go on: it may stand in their queue. */
  attemptsMaxInQueue: number;
}

/** @param silenceMs how long a running job may show no progress (`JOB_SILENCE_MS`); everything else follows from it */
export const watchPolicy = (silenceMs: number, attemptsMax: number): WatchPolicy => ({
  lookEveryMs: silenceMs / 6,
  unpublishedMs: silenceMs / 8,
  queuedSilentMs: silenceMs / 2,
  runningSilentMs: silenceMs,
  cancelledSilentMs: silenceMs / 2,
  steadyMs: 2 * silenceMs,
  attemptsMax,
  attemptsMaxInQueue: attemptsMax + 4,
});

type Cancelled = Pick<ImportJobDocument, 'requestedAt' | 'cancelRequestedAt' | 'cancelPublishedAt'>;
type Watched = Pick<JobDocument, 'state' | 'requestedAt' | 'releasedAt' | 'changedAt' | 'publishedAt' | 'asks'>;

/** `publish`: Kafka never got it. `ask`: it is asked for again. `exhausted`: that was done often enough. */
export type WatchStep = 'wait' | 'publish' | 'ask' | 'exhausted';

/** How often the job was asked for since it last changed: what an idle worker says again is no progress. */
export const asksInVain = ({ changedAt, publishedAt, asks = 0 }: Watched): number =>
  publishedAt && changedAt <= publishedAt ? asks : 0;

/**
 * What is to be done about a job that is open. Asking is harmless: handlers answer from what is stored, and go on with the rest. It gets
 * rarer, as the job may simply stand in a long queue.
 */
export function watchStep(job: Watched, now: Date, policy: WatchPolicy): WatchStep {
  const { requestedAt, releasedAt = requestedAt, changedAt, publishedAt } = job;
  if (!publishedAt) return now.getTime() - releasedAt.getTime() >= policy.unpublishedMs ? 'publish' : 'wait';
  const asks = asksInVain(job);
  const first = job.state === 'QUEUED' ? policy.queuedSilentMs : policy.runningSilentMs;
  const silentMs = now.getTime() - Math.max(changedAt.getTime(), publishedAt.getTime());
  if (silentMs < first * 2 ** asks) return 'wait';
  return asks < policy.attemptsMax ? 'ask' : 'exhausted';
}

/** What Kafka never got is published at once; what it got, after a while and then twice as late each time. */
export function isCancellationDue(
  { requestedAt, cancelRequestedAt = requestedAt, cancelPublishedAt }: Cancelled,
  now: Date,
  policy: WatchPolicy,
): boolean {
  if (!cancelPublishedAt) return true;
  const wait = Math.max(policy.cancelledSilentMs, cancelPublishedAt.getTime() - cancelRequestedAt.getTime());
  return now.getTime() - cancelPublishedAt.getTime() >= wait;
}
