import { connectDatabase } from '@roundtrip/database';
import type { KnownState } from './replay-effect.rules.js';

/** The states of jobs and their mails, by job. */
export async function readStates(mongoUrl: string, jobIds: readonly string[]): Promise<Map<string, KnownState>> {
  const database = await connectDatabase(mongoUrl);
  try {
    const ids = { _id: { $in: [...jobIds] } };
    const projection = { state: 1 } as const;
    const [jobs, mails] = await Promise.all([
      database.jobs.find(ids, { projection }).toArray(),
      database.mails.find(ids, { projection }).toArray(),
    ]);
    const states = new Map<string, KnownState>(jobIds.map((jobId) => [jobId, {}]));
    for (const { _id, state } of jobs) states.set(_id, { job: state });
    for (const { _id, state } of mails) states.set(_id, { ...states.get(_id), mail: state });
    return states;
  } finally {
    await database.close();
  }
}
