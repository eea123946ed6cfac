import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { ImportJobDocument } from '@roundtrip/contacts';
import { JobRequests } from './job-requests.service.js';
import { type JobDocument, JobsRepository } from './jobs.repository.js';
import { JobsService } from './jobs.service.js';
import { Repeater } from './repeater.js';

const EVERY_MS = 10_000;
const UNPUBLISHED_AFTER_MS = 8_000;
const AGAIN_AFTER_MS = 30_000;
const LOOKED_AT = 1_000;
const AT_ONCE = 100;

/** What no event brings about: publishing again what nobody has begun, and expiry. Runs on every gateway; one of them does each job. */
@Injectable()
export class JobsSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly repeater = new Repeater(EVERY_MS, () => this.sweep(new Date()), new Logger(JobsSweep.name));

  constructor(
    private readonly jobs: JobsRepository,
    private readonly requests: JobRequests,
    private readonly service: JobsService,
  ) {}

  onApplicationBootstrap(): void {
    this.repeater.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.repeater.stop();
  }

  async sweep(now: Date): Promise<void> {
    await this.publishAgain(now);
    await this.cancelAgain(now);
    await this.expireTemplates(now);
  }

  private async publishAgain(now: Date): Promise<void> {
    const waiting = await this.jobs.queuedSince(new Date(now.getTime() - UNPUBLISHED_AFTER_MS), LOOKED_AT);
    for (const job of waiting.filter((candidate) => isDue(candidate, now)).slice(0, AT_ONCE)) {
      if (await this.jobs.claimPublication(job, now)) await this.requests.publish(job);
    }
  }

  private async cancelAgain(now: Date): Promise<void> {
    const waiting = await this.jobs.cancelledSince(new Date(now.getTime() - UNPUBLISHED_AFTER_MS), LOOKED_AT);
    for (const job of waiting.filter((candidate) => isDue(cancellationOf(candidate), now)).slice(0, AT_ONCE)) {
      if (await this.jobs.claimCancellation(job, now)) await this.requests.publishCancellation(job);
    }
  }

  private async expireTemplates(now: Date): Promise<void> {
    for (const templateId of await this.jobs.templatesToExpire(now, AT_ONCE)) {
      await this.service.noteTemplate(templateId, { what: 'expired', at: now });
    }
  }
}

const cancellationOf = (job: ImportJobDocument): Pick<JobDocument, 'requestedAt' | 'publishedAt'> => ({
  requestedAt: job.cancelRequestedAt ?? job.requestedAt,
  ...(job.cancelPublishedAt && { publishedAt: job.cancelPublishedAt }),
});

/**
 * What Kafka never got is published soon; what it got, after 30 s and then twice as late each time: the job may simply stand in
 * a long queue.
 */
export function isDue(
  { requestedAt, publishedAt }: Pick<JobDocument, 'requestedAt' | 'publishedAt'>,
  now: Date,
): boolean {
  if (!publishedAt) return now.getTime() - requestedAt.getTime() >= UNPUBLISHED_AFTER_MS;
  const wait = Math.max(AGAIN_AFTER_MS, publishedAt.getTime() - requestedAt.getTime());
  return now.getTime() - publishedAt.getTime() >= wait;
}
