import { Injectable } from '@nestjs/common';
import { GatewayConfig } from '../config.js';
import { nextRelease, type Places } from './admission.rules.js';
import { JobPublisher } from './job.publisher.js';
import { JobQueueRepository } from './job-queue.repository.js';

/**
 * Lets only some jobs of an institution go to the workers at once, so that what one of them has queued keeps nobody else waiting: in
 * Kafka there are at most so many jobs of each, fewer while others want something, too, and each that ends makes room for the next of its
 * own institution.
 */
@Injectable()
export class JobAdmission {
  private readonly places: Places;
  private readonly othersActiveMs: number;

  constructor(
    private readonly queue: JobQueueRepository,
    private readonly publisher: JobPublisher,
    config: GatewayConfig,
  ) {
    this.places = {
      all: config.JOBS_RUNNING_PER_INSTITUTION,
      besideOthers: config.JOBS_RUNNING_BESIDE_OTHERS,
      small: config.SMALL_JOBS_RUNNING_PER_INSTITUTION,
    };
    this.othersActiveMs = config.OTHERS_ACTIVE_MS;
  }

  /** Releases what may go. Repeating it does no harm, on several gateways at a time neither. */
  async admit(institution: string): Promise<void> {
    while (await this.releaseNext(institution));
  }

  /**
   * What was forgotten when a gateway died between an end and the next release: one of each institution in turn.
   *
   * @returns whether anybody was waiting
   */
  async admitForgotten(): Promise<boolean> {
    const waiting = await this.queue.institutions();
    if (waiting.length === 0) return false;
    await this.queue.freePlacesOfEnded();
    for (let institutions = waiting; institutions.length > 0;) {
      const went: string[] = [];
      for (const institution of institutions) if (await this.releaseNext(institution)) went.push(institution);
      institutions = went;
    }
    return true;
  }

  private async releaseNext(institution: string): Promise<boolean> {
    const [stopped, first, taken] = await Promise.all([
      this.queue.firstCancelled(institution),
      this.queue.first(institution),
      this.queue.takenPlaces(institution),
    ]);
    // Who stops working on it needs no place.
    if (stopped !== undefined) return this.release(stopped);
    if (!first.small && !first.large) return false;
    const othersActive = await this.queue.othersActiveSince(institution, new Date(Date.now() - this.othersActiveMs));
    const next = nextRelease(first, taken, this.places, othersActive);
    return next !== undefined && this.release(next.jobId, `${institution}:${next.place}`);
  }

  /** Released is released, also when another gateway was quicker: there may be more to do. */
  private async release(jobId: string, place?: string): Promise<boolean> {
    const released = await this.queue.release(jobId, place, new Date());
    if (released) {
      await this.publisher.requestOrLater(released);
      await this.queue.touchFirst(released.institution, new Date());
    }
    return true;
  }
}
