import { Injectable, Logger } from '@nestjs/common';
import type { Requester } from '@roundtrip/contracts';
import { type Activity, ActivityChain, type ActivityEntry, newActivity } from '@roundtrip/database';
import { withTimeout } from '@roundtrip/service';
import { sentence } from '@roundtrip/words';
import { GatewayDatabase } from '../database.js';
import { RECORD_MS } from '../http/deadlines.js';
import { Problem } from '../http/problem.errors.js';
import { problemOf } from '../http/problem-of.js';

/** Who does something, where, and from which network. */
export interface Doer extends Pick<Requester, 'type' | 'id' | 'name'> {
  institution: string;
  address?: string | undefined;
}

/** What is done. */
export type Deed = Omit<Activity, 'at' | 'actor' | 'address'>;

interface Waiting {
  entry: ActivityEntry;
  settle(error?: unknown): void;
}

/** Of one write: with the largest details a few megabytes. */
const MOST_TOGETHER = 100;

/**
 * Writes down who does what, before it is done: what cannot be written down does not happen. Entries of an institution that come while one
 * is being written are written together then, and each is answered when it stands.
 */
@Injectable()
export class Activities {
  private readonly logger = new Logger(Activities.name);
  private readonly chain: ActivityChain;
  private readonly queues = new Map<string, Waiting[]>();

  constructor(database: GatewayDatabase) {
    this.chain = new ActivityChain(database);
  }

  /** @throws Problem 503 when it is not written in time */
  async record(who: Doer, deed: Deed): Promise<void> {
    const { written, withdraw } = this.enqueue(who, deed, new Date());
    try {
      await withTimeout(RECORD_MS, written);
    } catch (error) {
      withdraw();
      throw notWritten(error);
    }
  }

  /**
   * Writes down what is about to be done, and does it. If that fails, this is written down, too.
   *
   * @throws Problem 503 when it is not written in time; nothing was done then
   */
  async recorded<T>(who: Doer, deed: Deed, effect: () => Promise<T>): Promise<T> {
    await this.record(who, deed);
    return this.attempt(who, deed, effect);
  }

  /** Does what is written down already. If it fails, this is written down, too. */
  async attempt<T>(who: Doer, deed: Deed, effect: () => Promise<T>): Promise<T> {
    try {
      return await effect();
    } catch (error) {
      await this.recordFailure(who, deed, error);
      throw error;
    }
  }

  /**
   * For what is not done for somebody who waits: with all the patience of the database.
   *
   * @throws what the database says
   */
  recordPatiently(who: Doer, deed: Deed, at: Date): Promise<void> {
    return this.enqueue(who, deed, at).written;
  }

  private async recordFailure(who: Doer, { details: _details, ...deed }: Deed, error: unknown): Promise<void> {
    const { status, code } = problemOf(error) ?? { status: 500, code: 'INTERNAL_ERROR' };
    const key = deed.key === undefined ? undefined : `${deed.key}:failed`;
    // After a fault on our side nobody knows what was done.
    const details = { problem: code, uncertain: status >= 500 };
    try {
      await this.record(who, { ...deed, result: 'failed', details, key });
    } catch {
      // That it was asked for stands already; what failed is told to whoever has asked.
      this.logger.warn({ message: 'A failure could not be written down', kind: deed.kind, code });
    }
  }

  private enqueue(
    { institution, type, id, name, address }: Doer,
    deed: Deed,
    at: Date,
  ): { written: Promise<void>; withdraw(): void } {
    const entry = newActivity({ ...deed, at, actor: { type, id, name }, address });
    const queue = this.queues.get(institution) ?? [];
    const waiting: Waiting = { entry, settle: () => undefined };
    const written = new Promise<void>((resolve, reject) => {
      waiting.settle = (error) => (error === undefined ? resolve() : reject(error));
    });
    queue.push(waiting);
    if (!this.queues.has(institution)) {
      this.queues.set(institution, queue);
      void this.write(institution, queue);
    }
    // What is being written stays: it may stand already.
    const withdraw = (): void => {
      const place = queue.indexOf(waiting);
      if (place !== -1) queue.splice(place, 1);
    };
    return { written, withdraw };
  }

  private async write(institution: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const together = queue.splice(0, MOST_TOGETHER);
      const error = await this.chain
        .append(
          institution,
          together.map(({ entry }) => entry),
        )
        .then(() => undefined, asError);
      for (const { settle } of together) settle(error);
    }
    this.queues.delete(institution);
  }
}

const asError = (error: unknown): unknown => error ?? new Error('nothing was said');

const notWritten = (cause: unknown): Problem =>
  new Problem(503, 'ACTIVITY_NOT_WRITTEN', sentence('activity-not-written'), {
    headers: { 'Retry-After': '5' },
    cause,
  });
