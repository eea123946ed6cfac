import { openJobStates } from '@roundtrip/contracts';
import type { Database } from './database.js';

/**
 * Whether nobody wants the import to go on: a user has stopped it, or the gateway has failed it. The gateway writes both down before it says
 * so: who was away when it was said sees it here. What must not happen after that asks this, immediately before it happens.
 */
export async function isStopped(database: Pick<Database, 'jobs'>, importId: string): Promise<boolean> {
  const reasons = [{ cancelRequestedAt: { $exists: true } }, { state: 'FAILED' as const }];
  const stopped = { _id: { $eq: importId }, $or: reasons };
  return (await database.jobs.findOne(stopped, { projection: { _id: 1 } })) !== null;
}

/** Those whose owner, a job, is over or not known: what an open job works with has to stay. */
export async function ofNoOpenJob<T extends { owner: string }>(
  database: Pick<Database, 'jobs'>,
  found: readonly T[],
): Promise<T[]> {
  const filter = { _id: { $in: found.map(({ owner }) => owner) }, state: { $in: [...openJobStates] } };
  const open = await database.jobs.find(filter, { projection: { _id: 1 } }).toArray();
  const openJobs = new Set(open.map(({ _id }) => _id));
  return found.filter(({ owner }) => !openJobs.has(owner));
}
