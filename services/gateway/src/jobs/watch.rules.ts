import type { JobDocument } from './jobs.repository.js';

export interface WatchTimes {
  /** A running job that shows no progress for so long is asked for again; a queued one after half of it. */
  silenceMs: number;
  attemptsMax: number;
}

type Watched = Pick<JobDocument, 'state' | 'requestedAt' | 'releasedAt' | 'changedAt' | 'publishedAt' | 'asks'>;

/** `publish`: Kafka never got it. `ask`: it is asked for again. `exhausted`: that was done often enough. */
export type WatchStep = 'wait' | 'publish' | 'ask' | 'exhausted';

/** What Kafka never got is published soon. */
export const unpublishedMs = ({ silenceMs }: WatchTimes): number => silenceMs / 8;

/** How often the job was asked for since it last changed: what an idle worker says again is no progress. */
export const asksInVain = ({ changedAt, publishedAt, asks = 0 }: Watched): number =>
  publishedAt && changedAt <= publishedAt ? asks : 0;

/**
 * What is to be done about a job that is open. Asking is harmless: handlers answer from what is stored, and go on with the rest. It gets
 * rarer, as the job may simply stand in a long queue.
 */
export function watchStep(job: Watched, now: Date, times: WatchTimes): WatchStep {
  const { requestedAt, releasedAt = requestedAt, changedAt, publishedAt } = job;
  if (!publishedAt) return now.getTime() - releasedAt.getTime() >= unpublishedMs(times) ? 'publish' : 'wait';
  const asks = asksInVain(job);
  const first = job.state === 'QUEUED' ? times.silenceMs / 2 : times.silenceMs;
  const silentMs = now.getTime() - Math.max(changedAt.getTime(), publishedAt.getTime());
  if (silentMs < first * 2 ** asks) return 'wait';
  return asks < times.attemptsMax ? 'ask' : 'exhausted';
}
