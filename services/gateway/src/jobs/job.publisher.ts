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
