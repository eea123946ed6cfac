import { Injectable, Logger } from '@nestjs/common';
import { Health } from '@roundtrip/service';
import { sentence } from '@roundtrip/words';
import { GatewayConfig } from '../config.js';
import { ABANDONED, abandonment } from './abandonment.rules.js';
import { JobPublisher } from './job.publisher.js';
import { type JobDocument, JobsRepository } from './jobs.repository.js';
import { JobsService } from './jobs.service.js';
import { asksInVain, watchPolicy, type WatchPolicy, watchStep } from './watch.rules.js';

const LOOKED_AT = 1_000;
const AT_ONCE = 100;

/**
 * Sees to it that no job stays open for ever: one that shows no progress is asked for again, and after several times in vain it has
 * failed. Whoever is away, or was a moment ago, is no reason for that.
 */
@Injectable()
export class JobsWatch {
  private readonly logger = new Logger(JobsWatch.name);
  private readonly policy: WatchPolicy;
  /** When what jobs need was last not seen to be there: somebody was away, or nobody was asked. */
  private awayAt: Date | undefined;

  constructor(
    private readonly jobs: JobsRepository,
    private readonly publisher: JobPublisher,
    private readonly service: JobsService,
    private readonly health: Health,
    config: GatewayConfig,
  ) {
    this.policy = watchPolicy(config.JOB_SILENCE_MS, config.JOB_ATTEMPTS_MAX);
  }

  async look(now: Date): Promise<void> {
    const since = new Date(now.getTime() - this.policy.unpublishedMs);
    const silent = await this.jobs.silentSince(since, LOOKED_AT);
    const mails = await this.jobs.mailsOpenSince(since, LOOKED_AT);
    // Nobody is asked how they are for nothing: an idle gateway would do it all day.
    const ready = silent.length + mails.length > 0 && (await this.health.report()).ready;
    if (!ready || !this.awayAt) this.awayAt = now;
    await this.each(silent, now, ready, (job) => this.fail(job, now));
    await this.each(mails, now, ready, (job) => this.failMail(job, now));
  }

  private async each(
    jobs: readonly JobDocument[],
    now: Date,
    ready: boolean,
    fail: (job: JobDocument) => Promise<void>,
  ): Promise<void> {
    const due = jobs.flatMap((job) => {
      const step = watchStep(job, now, this.policy);
      return step === 'publish' || (step !== 'wait' && ready) ? [{ job, step }] : [];
    });
    for (const { job, step } of due.slice(0, AT_ONCE)) {
      if (step === 'exhausted') await fail(job);
      else await this.ask(job, now, step === 'ask' ? asksInVain(job) + 1 : 0);
    }
  }

  /** Of a job that is over its end is told again, and with it what its mail is about. */
  private async ask(job: JobDocument, now: Date, asks: number): Promise<void> {
    const claimed = await this.claimed(job, now, asks, () =>
      job.problem?.code === ABANDONED ? this.publisher.abandoned(job) : this.publisher.request(job),
    );
    if (claimed && asks > 0) {
      this.logger.warn({ message: 'A job is asked for again', jobId: job._id, state: job.state, attempt: asks });
    }
  }

  private async fail(job: JobDocument, now: Date): Promise<void> {
    const steadyMs = now.getTime() - (this.awayAt ?? now).getTime();
    if (steadyMs < this.policy.steadyMs) return;
    const asks = asksInVain(job);
    if (asks < this.policy.attemptsMaxInQueue && (await this.jobs.othersGoOn(job))) {
      return this.ask(job, now, asks + 1);
    }
    // The job fails when this gateway reads its own message. That it has failed is written before.
    const given = { ...job, abandoned: abandonment(job, now) };
    const said = await this.claimed(given, now, asks + 1, () => this.publisher.abandoned(given));
    if (said)
      this.logger.error({
        message: 'A job has failed: nobody brought it to its end',
        jobId: job._id,
        state: job.state,
        attempt: asks,
      });
  }

  private async failMail({ _id }: JobDocument, now: Date): Promise<void> {
    const reason = [sentence('mail-late')];
    await this.service.noteMail(_id, { state: 'failed', at: now, reason });
  }

  /** One of several gateways does it; what Kafka did not take does not count. */
  private async claimed(job: JobDocument, now: Date, asks: number, publish: () => Promise<void>): Promise<boolean> {
    if (!(await this.jobs.claimPublication(job, now, asks))) return false;
    try {
      await publish();
      return true;
    } catch (error) {
      await this.jobs.releasePublication(job, now);
      throw error;
    }
  }
}
