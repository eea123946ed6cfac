import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Repeater } from '@roundtrip/service';
import { GatewayConfig } from '../config.js';
import { JobAdmission } from './job-admission.service.js';
import { JobPublisher } from './job.publisher.js';
import { JobsRepository } from './jobs.repository.js';
import { JobsService } from './jobs.service.js';
import { JobsWatch } from './jobs.watch.js';
import { isCancellationDue, watchPolicy, type WatchPolicy } from './watch.rules.js';

const LOOKED_AT = 1_000;
const AT_ONCE = 100;
/** Whoever waits for a place that is free waits no longer than for a small job. */
const WAITING_MS = 3_000;

/** What no event brings about: asking again for what nobody works on, and expiry. Runs on every gateway; one of them does each job. */
@Injectable()
export class JobsSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly repeaters: readonly Repeater[];
  private readonly policy: WatchPolicy;
  private isAnybodyWaiting = false;

  constructor(
    private readonly watch: JobsWatch,
    private readonly jobs: JobsRepository,
    private readonly admission: JobAdmission,
    private readonly publisher: JobPublisher,
    private readonly service: JobsService,
    config: GatewayConfig,
  ) {
    this.policy = watchPolicy(config.JOB_SILENCE_MS, config.JOB_ATTEMPTS_MAX);
    const every = this.policy.lookEveryMs;
    const logger = new Logger(JobsSweep.name);
    this.repeaters = [
      new Repeater(every, () => this.sweep(new Date()), logger),
      new Repeater(Math.min(WAITING_MS, every), () => this.admitWaiting(), logger),
    ];
  }

  onApplicationBootstrap(): void {
    for (const repeater of this.repeaters) repeater.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.repeaters.map((repeater) => repeater.stop()));
  }

  async sweep(now: Date): Promise<void> {
    await this.watch.look(now);
    this.isAnybodyWaiting = await this.admission.admitForgotten();
    await this.cancelAgain(now);
    await this.expireTemplates(now);
  }

  /** Between two sweeps only those are looked after who waited at the last look. */
  private async admitWaiting(): Promise<void> {
    if (this.isAnybodyWaiting) this.isAnybodyWaiting = await this.admission.admitForgotten();
  }

  private async cancelAgain(now: Date): Promise<void> {
    const waiting = await this.jobs.cancelledSince(new Date(now.getTime() - this.policy.unpublishedMs), LOOKED_AT);
    for (const job of waiting.filter((candidate) => isCancellationDue(candidate, now, this.policy)).slice(0, AT_ONCE)) {
      if (await this.jobs.claimCancellation(job, now)) await this.publisher.cancellation(job);
    }
  }

  private async expireTemplates(now: Date): Promise<void> {
    for (const templateId of await this.jobs.templatesToExpire(now, AT_ONCE)) {
      await this.service.noteTemplate(templateId, { type: 'expired', at: now });
    }
  }
}
