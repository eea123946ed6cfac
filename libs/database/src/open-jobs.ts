import { openJobStates } from '@roundtrip/contracts';
import type { Database } from './database.js';
import { retryTransient } from './transient-errors.js';

/** Those whose owner, a job, is over or not known: what an open job works with has to stay. */
export async function ofNoOpenJob<T extends { owner: string }>(
  database: Pick<Database, 'jobs'>,
  found: readonly T[],
): Promise<T[]> {
  const filter = { _id: { $in: found.map(({ owner }) => owner) }, state: { $in: [...openJobStates] } };
  const open = await retryTransient(() => database.jobs.find(filter, { projection: { _id: 1 } }).toArray());
  const openJobs = new Set(open.map(({ _id }) => _id));
  return found.filter(({ owner }) => !openJobs.has(owner));
}
