import { Injectable, Logger } from '@nestjs/common';
import {
  type EventData,
  importCancelled,
  importRequested,
  jobAbandoned,
  templateRequested,
} from '@roundtrip/contracts';
import type { ImportJobDocument, TemplateJobDocument } from '@roundtrip/database';
import { EventPublisher } from '@roundtrip/kafka';
import { withTimeout } from '@roundtrip/service';
import { saidText } from '@roundtrip/words';
import { JOB_MS } from '../http/deadlines.js';
import { abandonment } from './abandonment.rules.js';
import { ImportRecords } from './import-records.store.js';
import { type JobDocument, JobsRepository } from './jobs.repository.js';

/** What the workers are told about a job. */
@Injectable()
export class JobPublisher {
  private readonly logger = new Logger(JobPublisher.name);

  constructor(
    private readonly events: EventPublisher,
    private readonly jobs: JobsRepository,
    private readonly records: ImportRecords,
  ) {}

  /** Never rejects: what Kafka does not take soon, the watch publishes later. */
  requestOrLater(job: JobDocument): Promise<void> {
    return this.orLater(job._id, async () => {
      await withTimeout(JOB_MS, this.request(job));
      await this.jobs.published(job._id, new Date());
    });
  }

  /** Never rejects: what Kafka does not take soon, the sweep publishes later. */
  cancellationOrLater(job: ImportJobDocument): Promise<void> {
    return this.orLater(job._id, async () => {
      await withTimeout(JOB_MS, this.cancellation(job));
      await this.jobs.cancellationPublished(job._id, new Date());
    });
  }

  /** Never rejects: it is kept at the latest before it is published. */
  keepOrLater(job: JobDocument): Promise<void> {
    if (job.type === 'template') return Promise.resolve();
    return this.orLater(job._id, () => withTimeout(JOB_MS, this.records.keepRequest(job)));
  }

  /** What Kafka hears of is in the object store as well: either can be lost with the database. */
  async request(job: JobDocument): Promise<void> {
    if (job.type === 'template') return this.events.publish(templateRequested, templateRequestOf(job));
    await this.records.keepRequest(job);
    await this.events.publish(importRequested, importRequestOf(job));
  }

  async cancellation(job: ImportJobDocument): Promise<void> {
    const { _id: importId, institution, cancelRequestedAt } = job;
    if (!cancelRequestedAt) return;
    await this.records.keepCancellation(importId);
    const cancelledAt = cancelRequestedAt.toISOString();
    await this.events.publish(importCancelled, { importId, institution, cancelledAt });
  }

  /** A job that is older than the note of it has failed with it. */
  abandoned(job: JobDocument): Promise<void> {
    const { _id: jobId, type: jobType, institution, problem, finishedAt, changedAt } = job;
    const { at, code, detail } = job.abandoned ?? { ...abandonment(job, finishedAt ?? changedAt), ...problem };
    const abandonedAt = at.toISOString();
    const words = saidText('en', detail);
    return this.events.publish(jobAbandoned, { jobId, jobType, institution, code, detail: words, abandonedAt });
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

const importRequestOf = ({ _id, institution, requestedAt }: ImportJobDocument): EventData<typeof importRequested> => ({
  importId: _id,
  institution,
  requestedAt: requestedAt.toISOString(),
});
