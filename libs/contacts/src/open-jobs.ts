import { openJobStates } from '@roundtrip/contracts';
import type { Database } from './database/database.js';
import { retryTransient } from './database/transient-errors.js';

/** Which of these jobs are not over: what they work with has to stay. */
export async function openJobsAmong(database: Database, jobIds: readonly string[]): Promise<Set<string>> {
  const open = { _id: { $in: [...jobIds] }, state: { $in: [...openJobStates] } };
  const found = await retryTransient(() => database.jobs.find(open, { projection: { _id: 1 } }).toArray());
  return new Set(found.map(({ _id }) => _id));
}
