import { isDeepStrictEqual } from 'node:util';
import type { EventData, importCancelledV1, jobAbandoned, Said, StoredRequester } from '@roundtrip/contracts';
import type { Database, ImportJobDocument, TemplateJobDocument } from '@roundtrip/database';
import { UntrueMessage } from '@roundtrip/kafka';

// A message points, it does not prove: what is wanted, by whom and of whom stands in the document of the job, which the gateway alone
// writes, and writes before it says anything.

type JobOfType = { template: TemplateJobDocument; import: ImportJobDocument };

/**
 * The job that a message is about.
 *
 * @throws UntrueMessage when there is none; a database that is away is no answer, and throws what it throws
 */
export async function jobOnRecord<T extends keyof JobOfType>(
  database: Database,
  type: T,
  jobId: string,
): Promise<JobOfType[T]> {
  const job = await database.jobs.findOne<JobOfType[T]>({ _id: { $eq: jobId }, type });
  if (job) return job;
  throw new UntrueMessage(`The message is about an unknown ${type}`, { code: 'JOB_UNKNOWN' });
}

/**
 * A message may say less than stands on record, as older ones do, and nothing else.
 *
 * @throws UntrueMessage that names the fields, never their values
 */
export function requireTruth(said: Record<string, unknown>, onRecord: Record<string, unknown>): void {
  const wrong = Object.keys(said).filter(
    (name) => said[name] !== undefined && !isDeepStrictEqual(said[name], onRecord[name]),
  );
  if (wrong.length === 0) return;
  throw new UntrueMessage(`The message contradicts what is on record: ${wrong.join(', ')}`, {
    code: 'MESSAGE_CONTRADICTED',
  });
}

type Cancellation = Omit<EventData<typeof importCancelledV1>, 'cancelledBy'> & { cancelledBy: StoredRequester };

/**
 * That a user wants an import to stop, as the gateway has written it down.
 *
 * @throws UntrueMessage when nobody wants that
 */
export async function cancellationOnRecord(database: Database, importId: string): Promise<Cancellation> {
  const job = await jobOnRecord(database, 'import', importId);
  const { institution, requestedBy, cancelRequestedBy, cancelRequestedAt } = job;
  if (!cancelRequestedAt) {
    throw new UntrueMessage('Nobody has asked for this cancellation', { code: 'MESSAGE_CONTRADICTED' });
  }
  const cancelledBy = cancelRequestedBy ?? requestedBy;
  return { importId, institution, cancelledBy, cancelledAt: cancelRequestedAt.toISOString() };
}

type Abandonment = Omit<EventData<typeof jobAbandoned>, 'detail'> & { detail: Said };

/**
 * That a job has failed because nobody brought it to its end, as the gateway has written it down.
 *
 * @throws UntrueMessage when it was not abandoned
 */
export async function abandonmentOnRecord(
  database: Database,
  { jobId, jobType, institution }: EventData<typeof jobAbandoned>,
): Promise<Abandonment> {
  const job = await jobOnRecord(database, jobType, jobId);
  requireTruth({ institution }, { institution: job.institution });
  const { abandoned = abandonedBefore(job) } = job;
  if (!abandoned) throw new UntrueMessage('The job was not given up', { code: 'MESSAGE_CONTRADICTED' });
  const { at, code, detail } = abandoned;
  return { jobId, jobType, institution, code, detail, abandonedAt: at.toISOString() };
}

/** Jobs that are older than the field show it by their problem. */
const abandonedBefore = ({ problem, finishedAt, changedAt }: JobOfType[keyof JobOfType]) =>
  problem?.code === 'JOB_ABANDONED' ? { at: finishedAt ?? changedAt, ...problem } : undefined;
