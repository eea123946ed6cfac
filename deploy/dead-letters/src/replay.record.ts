import { ActivityChain, connectDatabase, newActivity, type WholeDatabase } from '@roundtrip/database';
import type { DeadLetter } from '@roundtrip/kafka';
import { jobOf } from './job-of.js';

/**
 * Writes into the record of activities of the institution that a message is about that it is said again.
 *
 * @returns false when there is no database to write it to, or the message is of no institution that is there
 */
export async function recordReplay(mongoUrl: string | undefined, letter: DeadLetter, at: Date): Promise<boolean> {
  if (mongoUrl === undefined) return false;
  const database = await connectDatabase(mongoUrl);
  try {
    const institution = await institutionOf(database, letter);
    if (institution === undefined) return false;
    const { deadLetterId, service, topic, reasonCode } = letter;
    const entry = newActivity({
      at,
      actor: { type: 'operations', id: 'dead-letters' },
      kind: 'dead-letters-replayed',
      subject: { type: 'dead-letter', id: deadLetterId },
      details: { service, topic, reasonCode, jobId: jobOf(letter) },
    });
    await new ActivityChain(database).append(institution, [entry]);
    return true;
  } finally {
    await database.close();
  }
}

/** As the job says it, which nobody but the gateway has written; else as the message does. */
async function institutionOf(database: WholeDatabase, letter: DeadLetter): Promise<string | undefined> {
  const jobId = jobOf(letter);
  const job = jobId === undefined ? null : await database.jobs.findOne({ _id: jobId });
  const said = job?.institution ?? saidIn(letter);
  const known = said === undefined ? null : await database.institutions.findOne({ _id: said });
  return known?._id;
}

function saidIn({ value }: DeadLetter): string | undefined {
  try {
    const { institution } = JSON.parse(value?.toString('utf8') ?? '') as { institution?: unknown };
    return typeof institution === 'string' ? institution : undefined;
  } catch {
    return undefined;
  }
}
