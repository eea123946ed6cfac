import { Injectable } from '@nestjs/common';
import type { Requester } from '@roundtrip/contracts';
import type { ImportJobDocument } from '@roundtrip/database';
import { requestIsAbout } from '@roundtrip/tracing';
import { sizeOf } from './admission.rules.js';
import { isFinal } from './import-job.rules.js';
import { JobAdmission } from './job-admission.service.js';
import { JobPublisher } from './job.publisher.js';
import { JobQueueRepository, type Queued } from './job-queue.repository.js';
import { type JobDocument, JobsRepository } from './jobs.repository.js';
import { PacesRepository } from './paces.repository.js';
import { kindOf } from './paces.rules.js';

/**
 * Asks for the work of a job. First the job is written, then it is released, then its event is published; when Kafka is away the job is
 * accepted all the same, and the watch publishes it later.
 */
@Injectable()
export class JobRequests {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly queue: JobQueueRepository,
    private readonly paces: PacesRepository,
    private readonly admission: JobAdmission,
    private readonly publisher: JobPublisher,
  ) {}

  /**
   * @param lines how many it has, as far as that is known before anybody looks at it
   * @returns the job that stands: for a repeated request the first one
   */
  async request<J extends JobDocument>(job: J, lines?: number): Promise<J & Queued> {
    const bytes = job.type === 'import' ? job.file?.sizeBytes : undefined;
    const asked = { ...(await this.withPaces(job)), waiting: sizeOf({ lines, bytes }) };
    const { stands: standing, isNew } = await this.jobs.insert(asked);
    requestIsAbout(standing._id, isNew);
    await this.admission.admit(standing.institution);
    const now = ((await this.jobs.find(job.type, job.institution, job._id)) as J | undefined) ?? standing;
    // Nobody is told of it for a while.
    if (now.waiting) await this.publisher.keepOrLater(now);
    return this.queue.withPosition(now);
  }

  /** The weights of an import's phases stay what they were when it was asked for: its share never goes back. */
  private async withPaces<J extends JobDocument>(job: J): Promise<J> {
    return job.type === 'import' ? { ...job, paces: await this.paces.of(job.institution, kindOf(job)) } : job;
  }

  /** The import as it stands then: without `cancelRequestedAt` when it ended first. */
  async cancel(job: ImportJobDocument, by: Requester, now: Date): Promise<ImportJobDocument> {
    requestIsAbout(job._id, false);
    await this.jobs.change('import', job._id, ({ state, cancelRequestedAt }) =>
      isFinal(state) || cancelRequestedAt ? undefined : { cancelRequestedAt: now, cancelRequestedBy: by },
    );
    const standing = (await this.jobs.find('import', job.institution, job._id)) ?? job;
    if (standing.waiting) await this.admission.admit(standing.institution);
    if (standing.cancelRequestedAt && !standing.cancelPublishedAt) {
      await this.publisher.cancellationOrLater(standing);
    }
    return standing;
  }
}
