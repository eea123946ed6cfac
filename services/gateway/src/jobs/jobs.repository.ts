import { Injectable } from '@nestjs/common';
import { finalImportStates, importState, openJobStates, type Requester, requesterIn } from '@roundtrip/contracts';
import type { ImportJobDocument, TemplateJobDocument } from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';
import type { OpenJob } from './work-figures.rules.js';

export type JobDocument = TemplateJobDocument | ImportJobDocument;
type JobOfType = { template: TemplateJobDocument; import: ImportJobDocument };
export type JobType = keyof JobOfType;

const openImportStates = importState.options.filter((state) => !finalImportStates.includes(state));

/** Where a page ends: newest first. */
export interface JobPosition {
  requestedAt: Date;
  jobId: string;
}

/** The read model of templates and imports. Each change makes the version grow: a change that was decided on an old one is decided again. */
@Injectable()
export class JobsRepository {
  constructor(private readonly database: GatewayDatabase) {}

  /** The job that stands: the same one again when a request is repeated. */
  async insert<J extends JobDocument>(job: J): Promise<{ stands: J; isNew: boolean }> {
    const { stands, isNew } = await this.database.jobs.insertOnce(job);
    if (stands.type === job.type && stands.institution === job.institution) return { stands, isNew };
    throw new Error('The id of a new job is that of another one');
  }

  async find<T extends JobType>(type: T, institution: string, jobId: string): Promise<JobOfType[T] | undefined> {
    return (await this.database.jobs.findOne<JobOfType[T]>({ _id: jobId, institution, type })) ?? undefined;
  }

  /** For what is said of it by a message. */
  async ofId<T extends JobType>(type: T, jobId: string): Promise<JobOfType[T] | undefined> {
    return (await this.database.jobs.findOne<JobOfType[T]>({ _id: jobId, type })) ?? undefined;
  }

  async isOver(jobId: string): Promise<boolean> {
    const over = { _id: jobId, state: { $nin: [...openJobStates] } };
    return (await this.database.jobs.findOne(over, { projection: { _id: 1 } })) !== null;
  }

  page<T extends JobType>(
    type: T,
    institution: string,
    after: JobPosition | undefined,
    limit: number,
  ): Promise<JobOfType[T][]> {
    const older = after && {
      $or: [{ requestedAt: { $lt: after.requestedAt } }, { requestedAt: after.requestedAt, _id: { $lt: after.jobId } }],
    };
    return this.database.jobs
      .find<JobOfType[T]>({ institution, type, ...older })
      .sort({ requestedAt: -1, _id: -1 })
      .limit(limit)
      .toArray();
  }

  /**
   * Changes the job by what `decide` makes of it; undefined from there leaves it as it is. False when there is no such job.
   */
  async change<T extends JobType>(
    type: T,
    jobId: string,
    decide: (job: JobOfType[T]) => Partial<JobOfType[T]> | undefined,
  ): Promise<boolean> {
    for (;;) {
      const job = await this.database.jobs.findOne<JobOfType[T]>({ _id: jobId, type });
      if (!job) return false;
      const change = decide(job);
      if (!change) return true;
      // The time is that of each try: whoever follows the changes looks back only so far.
      const { matchedCount } = await this.database.jobs.updateOne(
        { _id: jobId, version: job.version },
        {
          $set: { ...(change as Partial<JobDocument>), version: job.version + 1, changedAt: new Date() },
          ...leaves(change),
        },
      );
      if (matchedCount === 1) return true;
    }
  }

  /** An earlier update with the same bytes that was applied, or is being applied. */
  async updateOfSameFile(institution: string, sha256: string): Promise<string | undefined> {
    const found = await this.database.jobs
      .find<Pick<ImportJobDocument, '_id'>>(
        {
          institution,
          'file.sha256': sha256,
          type: 'import',
          action: 'update',
          state: { $in: ['APPLYING', 'DONE', 'DONE_WITH_ERRORS'] },
        },
        { projection: { _id: 1 } },
      )
      .sort({ requestedAt: -1 })
      .limit(1)
      .toArray();
    return found[0]?._id;
  }

  /** How many lines the last template of a target had. */
  async linesOfTarget(targetId: string): Promise<number | undefined> {
    const [last] = await this.database.jobs
      .find<Pick<TemplateJobDocument, 'lines'>>(
        { 'target.targetId': targetId, state: { $in: ['READY', 'EMPTY', 'EXPIRED'] } },
        { projection: { lines: 1 } },
      )
      .sort({ requestedAt: -1 })
      .limit(1)
      .toArray();
    return last?.lines;
  }

  async published(jobId: string, at: Date): Promise<void> {
    await this.database.jobs.updateOne({ _id: jobId }, { $set: { publishedAt: at } });
  }

  /** Open jobs that the workers may have and that have not changed since before `since`, the oldest first. */
  silentSince(since: Date, limit: number): Promise<JobDocument[]> {
    return this.database.jobs
      .find({ state: { $in: [...openJobStates] }, waiting: { $exists: false }, changedAt: { $lt: since } })
      .sort({ requestedAt: 1 })
      .limit(limit)
      .toArray();
  }

  /** All jobs that are not over, the oldest first, as far as figures are made of them. */
  openWork(limit: number): Promise<OpenJob[]> {
    const projection = {
      type: 1,
      state: 1,
      requestedAt: 1,
      releasedAt: 1,
      changedAt: 1,
      waiting: 1,
      'file.sizeBytes': 1,
      'progress.linesTotal': 1,
      'progress.phase.name': 1,
      'progress.phase.share': 1,
    };
    return this.database.jobs
      .find<OpenJob>({ state: { $in: [...openJobStates] } }, { projection, batchSize: 1_000 })
      .sort({ requestedAt: 1 })
      .limit(limit)
      .toArray();
  }

  /** How many chunks the plans of these imports have, as far as there is one. */
  async plannedChunks(importIds: readonly string[]): Promise<Map<string, number>> {
    const planned = { _id: { $in: [...importIds] } };
    const found = await this.database.validations.find(planned, { projection: { 'plan.chunks': 1 } }).toArray();
    return new Map(found.flatMap(({ _id, plan }) => (plan ? [[_id, plan.chunks] as const] : [])));
  }

  /** Jobs that are over, and whose mail nothing was heard of. */
  mailsOpenSince(since: Date, limit: number): Promise<JobDocument[]> {
    return this.database.jobs
      .find({ mailOpen: true, changedAt: { $lt: since } })
      .limit(limit)
      .toArray();
  }

  /** Whether other jobs of its type have changed since this one was last asked for. */
  async othersGoOn({ _id, type, publishedAt, requestedAt }: JobDocument): Promise<boolean> {
    const others = { _id: { $ne: _id }, type, changedAt: { $gt: publishedAt ?? requestedAt } };
    return (await this.database.jobs.findOne(others, { projection: { _id: 1 } })) !== null;
  }

  /** For one of several gateways: whether this one may publish the job again now. */
  async claimPublication(
    { _id, version, publishedAt, abandoned }: JobDocument,
    at: Date,
    asks: number,
  ): Promise<boolean> {
    const { matchedCount } = await this.database.jobs.sentOnce.updateOne(
      { _id, version, publishedAt: publishedAt ?? { $exists: false } },
      { $set: { publishedAt: at, asks, ...(abandoned && { abandoned }) } },
    );
    return matchedCount === 1;
  }

  /** What was claimed `at` was not published. */
  async releasePublication({ _id, publishedAt, asks = 0 }: JobDocument, at: Date): Promise<void> {
    const before = publishedAt ? { $set: { publishedAt, asks } } : { $unset: { publishedAt: true as const } };
    await this.database.jobs.updateOne({ _id, publishedAt: at }, before);
  }

  async cancellationPublished(jobId: string, at: Date): Promise<void> {
    await this.database.jobs.updateOne({ _id: jobId }, { $set: { cancelPublishedAt: at } });
  }

  /** Open imports that were asked to stop before `since`. */
  cancelledSince(since: Date, limit: number): Promise<ImportJobDocument[]> {
    return this.database.jobs
      .find<ImportJobDocument>({
        state: { $in: openImportStates },
        type: 'import',
        cancelRequestedAt: { $lt: since },
      })
      .limit(limit)
      .toArray();
  }

  /** For one of several sweepers: whether this one may publish the cancellation again now. */
  async claimCancellation({ _id, cancelPublishedAt }: ImportJobDocument, at: Date): Promise<boolean> {
    const { matchedCount } = await this.database.jobs.sentOnce.updateOne(
      { _id, cancelPublishedAt: cancelPublishedAt ?? { $exists: false } },
      { $set: { cancelPublishedAt: at } },
    );
    return matchedCount === 1;
  }

  /** Who asked for these jobs, by the id of the job. */
  async requesters(institution: string, jobIds: readonly string[]): Promise<Map<string, Requester>> {
    const found = await this.database.jobs
      .find({ _id: { $in: [...jobIds] }, institution }, { projection: { requestedBy: 1 } })
      .toArray();
    return new Map(found.map(({ _id, requestedBy }) => [_id, requesterIn(requestedBy)]));
  }

  /** Which of these jobs there are. */
  async known(jobIds: readonly string[]): Promise<Set<string>> {
    const ids = { _id: { $in: [...jobIds] } };
    const found = await this.database.jobs.find(ids, { projection: { _id: 1 } }).toArray();
    return new Set(found.map(({ _id }) => _id));
  }

  /** Keys of the uploads that open imports work with. */
  async uploadsInUse(): Promise<Set<string>> {
    const found = await this.database.jobs
      .find<Pick<ImportJobDocument, 'file'>>(
        { type: 'import', state: { $in: openImportStates } },
        { projection: { 'file.objectKey': 1 } },
      )
      .toArray();
    return new Set(found.flatMap(({ file }) => file?.objectKey ?? []));
  }

  async templatesToExpire(at: Date, limit: number): Promise<string[]> {
    const found = await this.database.jobs
      .find<Pick<TemplateJobDocument, '_id'>>(
        { type: 'template', state: 'READY', expiresAt: { $lte: at } },
        { projection: { _id: 1 } },
      )
      .limit(limit)
      .toArray();
    return found.map(({ _id }) => _id);
  }

  /** Jobs of the institutions that changed at `since` or later, in the order of their changes; all of them, page by page. */
  async *changedSince(institutions: readonly string[], since: Date): AsyncGenerator<JobDocument[]> {
    const pageSize = 500;
    let changed: object = { changedAt: { $gte: since } };
    for (;;) {
      const page = await this.database.jobs
        .find({ institution: { $in: [...institutions] }, ...changed })
        .sort({ changedAt: 1, _id: 1 })
        .limit(pageSize)
        .toArray();
      yield page;
      const last = page.at(-1);
      if (page.length < pageSize || !last) return;
      changed = {
        $or: [{ changedAt: { $gt: last.changedAt } }, { changedAt: last.changedAt, _id: { $gt: last._id } }],
      };
    }
  }
}

/** A job that is worked on waits no more, also when a gateway that knows no queue has published it; one that is over gives its place back. */
function leaves({ state, finishedAt }: Partial<JobDocument>): object {
  if (finishedAt) return { $unset: { waiting: true, place: true } };
  return state === undefined || state === 'QUEUED' ? {} : { $unset: { waiting: true } };
}
