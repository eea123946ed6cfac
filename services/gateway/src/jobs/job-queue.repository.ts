import { Injectable } from '@nestjs/common';
import { openJobStates } from '@roundtrip/contracts';
import { institutionIdRange, isDuplicateKey, type JobSize } from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';
import type { FirstWaiting } from './admission.rules.js';
import type { JobDocument } from './jobs.repository.js';

/** How many learn that they have moved up. */
const TOLD = 100;
/** As far as positions are counted. */
const COUNTED = 1_000;

export interface Queued {
  /** Among the jobs of its institution that wait, from 1; absent when it does not wait, or far behind. */
  queuePosition?: number;
}

/** The jobs of institutions that are not with the workers yet, and the places of those that are. */
@Injectable()
export class JobQueueRepository {
  constructor(private readonly database: GatewayDatabase) {}

  /** Who has anything waiting. */
  institutions(): Promise<string[]> {
    return this.database.jobs.distinct('institution', { waiting: { $exists: true } });
  }

  async first(institution: string): Promise<FirstWaiting> {
    const [small, large] = await Promise.all(
      (['small', 'large'] as const).map((size) => this.firstOf(institution, size)),
    );
    return { ...(small && { small }), ...(large && { large }) };
  }

  private async firstOf(institution: string, size: JobSize): Promise<{ jobId: string; requestedAt: Date } | undefined> {
    const waiting = { institution, waiting: { $exists: true, $eq: size } };
    const [found] = await this.database.jobs
      .find(waiting, { projection: { requestedAt: 1 } })
      .sort({ requestedAt: 1, _id: 1 })
      .limit(1)
      .toArray();
    return found && { jobId: found._id, requestedAt: found.requestedAt };
  }

  /** One that was asked to stop before its turn came. */
  async firstCancelled(institution: string): Promise<string | undefined> {
    const stopped = { institution, waiting: { $exists: true }, cancelRequestedAt: { $exists: true } };
    return (await this.database.jobs.findOne(stopped, { projection: { _id: 1 } }))?._id;
  }

  async takenPlaces(institution: string): Promise<Set<number>> {
    const ofInstitution = { place: { $exists: true, ...institutionIdRange(institution) } };
    const held = await this.database.jobs.find(ofInstitution, { projection: { place: 1 } }).toArray();
    return new Set(held.map(({ place }) => Number(place?.slice(institution.length + 1))));
  }

  /** Whether jobs of other institutions are wanted or worked on, or were a moment ago. */
  async othersActiveSince(institution: string, since: Date): Promise<boolean> {
    const others = { changedAt: { $gte: since }, institution: { $ne: institution } };
    return (await this.database.jobs.findOne(others, { projection: { _id: 1 } })) !== null;
  }

  /**
   * The job leaves the queue and takes the place, both or neither.
   *
   * @returns the released job; undefined when it waits no more, or another job was given the place first
   */
  async release(jobId: string, place: string | undefined, at: Date): Promise<JobDocument | undefined> {
    const change = {
      $set: { ...(place !== undefined && { place }), releasedAt: at, changedAt: at },
      $unset: { waiting: true as const },
      $inc: { version: 1 },
    };
    try {
      const released = await this.database.jobs.findOneAndUpdate({ _id: jobId, waiting: { $exists: true } }, change, {
        returnDocument: 'after',
      });
      return released ?? undefined;
    } catch (error) {
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  }

  /** Whoever follows the changes learns that the first ones in the queue have moved up. */
  async touchFirst(institution: string, at: Date): Promise<void> {
    const first = await this.inOrder(institution, TOLD);
    if (first.length === 0) return;
    const moved = { waiting: { $exists: true }, _id: { $in: first.map(({ _id }) => _id).toSorted() } };
    await this.database.jobs.updateMany(moved, { $set: { changedAt: at }, $inc: { version: 1 } });
  }

  /**
   * The jobs, and of each that waits its place in the queue, from 1: a large one stands behind all who came first, a small one behind the
   * small ones of them. Far behind it has none.
   */
  async withPositions<J extends JobDocument>(jobs: readonly J[]): Promise<(J & Queued)[]> {
    const institutions = new Set(jobs.filter((job) => job.waiting).map(({ institution }) => institution));
    const positions = new Map<string, number>();
    for (const institution of institutions) {
      const counted = { small: 0, all: 0 };
      for (const { _id, waiting } of await this.inOrder(institution, COUNTED)) {
        counted.all += 1;
        if (waiting === 'small') counted.small += 1;
        positions.set(_id, waiting === 'small' ? counted.small : counted.all);
      }
    }
    return jobs.map((job) => {
      const queuePosition = job.waiting && positions.get(job._id);
      return queuePosition === undefined ? job : { ...job, queuePosition };
    });
  }

  async withPosition<J extends JobDocument>(job: J): Promise<J & Queued> {
    const [queued = job] = await this.withPositions([job]);
    return queued;
  }

  private inOrder(institution: string, limit: number): Promise<Pick<JobDocument, '_id' | 'waiting'>[]> {
    const waiting = { institution, waiting: { $exists: true } };
    return this.database.jobs
      .find(waiting, { projection: { waiting: 1 } })
      .sort({ requestedAt: 1, _id: 1 })
      .limit(limit)
      .toArray();
  }

  /** A place is given back with the end; by an older gateway that knows no places it is not. */
  async freePlacesOfEnded(): Promise<void> {
    const ended = { place: { $exists: true }, state: { $nin: [...openJobStates] } };
    await this.database.jobs.updateMany(ended, { $unset: { place: true } });
  }
}
