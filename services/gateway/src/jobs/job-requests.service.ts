import { Injectable, Logger } from '@nestjs/common';
import type { ImportJobDocument, TemplateJobDocument } from '@roundtrip/contacts';
import {
  type EventData,
  importCancelled,
  importRequested,
  jobAbandoned,
  type Requester,
  templateRequested,
} from '@roundtrip/contracts';
import { EventPublisher } from '@roundtrip/kafka';
import { within } from '../http/within.js';
import { abandonment } from './abandonment.rules.js';
import { isFinal } from './import-job.rules.js';
import { type JobDocument, JobsRepository } from './jobs.repository.js';
import { PacesRepository } from './paces.repository.js';
import { kindOf } from './paces.rules.js';

const PUBLISH_MS = 3_000;

/**
 * Asks for the work of a job. First the job is written, then its event is published; when Kafka is away the job is accepted all
 * the same, and the watch publishes it later.
 */
@Injectable()
export class JobRequests {
  private readonly logger = new Logger(JobRequests.name);

  constructor(
    private readonly jobs: JobsRepository,
    private readonly paces: PacesRepository,
    private readonly events: EventPublisher,
  ) {}

  /** The job that stands: for a repeated request the first one. */
  async request<J extends JobDocument>(job: J): Promise<J> {
    const standing = await this.jobs.insert(await this.withPaces(job));
    await this.orLater(standing._id, async () => {
      await within(PUBLISH_MS, this.publish(standing));
      await this.jobs.published(standing._id, new Date());
    });
    return standing;
  }

  /** The weights of an import's phases stay what they were when it was asked for: its share never goes back. */
  private async withPaces<J extends JobDocument>(job: J): Promise<J> {
    return job.type === 'import' ? { ...job, paces: await this.paces.of(job.institution, kindOf(job)) } : job;
  }

  /** The import as it stands then: without `cancelRequestedAt` when it ended first. */
  async cancel(job: ImportJobDocument, by: Requester, now: Date): Promise<ImportJobDocument> {
    await this.jobs.change('import', job._id, ({ state, cancelRequestedAt }) =>
      isFinal(state) || cancelRequestedAt ? undefined : { cancelRequestedAt: now, cancelRequestedBy: by },
    );
    const standing = (await this.jobs.find('import', job.institution, job._id)) ?? job;
    if (standing.cancelRequestedAt && !standing.cancelPublishedAt) {
      await this.orLater(standing._id, async () => {
        await within(PUBLISH_MS, this.publishCancellation(standing));
        await this.jobs.cancellationPublished(standing._id, new Date());
      });
    }
    return standing;
  }

  publish(job: JobDocument): Promise<void> {
    return job.type === 'template'
      ? this.events.publish(templateRequested, templateRequestOf(job))
      : this.events.publish(importRequested, importRequestOf(job));
  }

  async publishCancellation(job: ImportJobDocument): Promise<void> {
    const { _id: importId, institution, requestedBy, cancelRequestedBy, cancelRequestedAt } = job;
    if (!cancelRequestedAt) return;
    await this.events.publish(importCancelled, {
      importId,
      institution,
      cancelledBy: cancelRequestedBy ?? requestedBy,
      cancelledAt: cancelRequestedAt.toISOString(),
    });
  }

  /** A job that is older than the note of it has failed with it. */
  publishAbandoned(job: JobDocument): Promise<void> {
    const { _id: jobId, type: jobType, institution, problem, finishedAt, changedAt } = job;
    const { at, code, detail } = job.abandoned ?? { ...abandonment(job, finishedAt ?? changedAt), ...problem };
    const abandonedAt = at.toISOString();
    return this.events.publish(jobAbandoned, { jobId, jobType, institution, code, detail, abandonedAt });
  }

  private async orLater(jobId: string, publish: () => Promise<void>): Promise<void> {
    try {
      await publish();
    } catch (error) {
      const errorName = error instanceof Error ? error.name : typeof error;
      this.logger.warn({ message: 'A job is published later', jobId, errorName });
    }
  }
}

const templateRequestOf = ({
  _id,
  institution,
  dataType,
  target,
  requestedAt,
}: TemplateJobDocument): EventData<typeof templateRequested> => ({
  templateId: _id,
  institution,
  dataType,
  targetId: target.targetId,
  requestedAt: requestedAt.toISOString(),
});

const importRequestOf = (job: ImportJobDocument): EventData<typeof importRequested> => ({
  importId: job._id,
  institution: job.institution,
  dataType: job.dataType,
  action: job.action,
  onConflict: job.onConflict,
  overwriteRefusals: job.overwriteRefusals,
  source: sourceOf(job),
  ...(job.encoding !== undefined && { encoding: job.encoding }),
  ...(job.sameFileAs !== undefined && { sameFileAs: job.sameFileAs }),
  requestedBy: job.requestedBy,
  requestedAt: job.requestedAt.toISOString(),
});

function sourceOf({ file, undoOf }: ImportJobDocument): EventData<typeof importRequested>['source'] {
  if (undoOf !== undefined) return { type: 'undo', importId: undoOf };
  if (!file) throw new Error('an import without a file that is no undo');
  const { objectKey, sizeBytes, sha256 } = file;
  return { type: 'upload', objectKey, sizeBytes, sha256 };
}
