import { Injectable } from '@nestjs/common';
import type { ImportJobDocument, TemplateJobDocument } from '@roundtrip/contacts';
import {
  type EventData,
  importCancelled,
  importRequested,
  jobAbandoned,
  templateRequested,
} from '@roundtrip/contracts';
import { EventPublisher } from '@roundtrip/kafka';
import { abandonment } from './abandonment.rules.js';
import type { JobDocument } from './jobs.repository.js';

/** What the workers are told about a job. */
@Injectable()
export class JobPublisher {
  constructor(private readonly events: EventPublisher) {}

  request(job: JobDocument): Promise<void> {
    return job.type === 'template'
      ? this.events.publish(templateRequested, templateRequestOf(job))
      : this.events.publish(importRequested, importRequestOf(job));
  }

  async cancellation(job: ImportJobDocument): Promise<void> {
    const { _id: importId, institution, cancelRequestedAt } = job;
    if (!cancelRequestedAt) return;
    const cancelledAt = cancelRequestedAt.toISOString();
    await this.events.publish(importCancelled, { importId, institution, cancelledAt });
  }

  /** A job that is older than the note of it has failed with it. */
  abandoned(job: JobDocument): Promise<void> {
    const { _id: jobId, type: jobType, institution, problem, finishedAt, changedAt } = job;
    const { at, code, detail } = job.abandoned ?? { ...abandonment(job, finishedAt ?? changedAt), ...problem };
    const abandonedAt = at.toISOString();
    return this.events.publish(jobAbandoned, { jobId, jobType, institution, code, detail, abandonedAt });
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
