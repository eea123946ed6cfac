import { Injectable } from '@nestjs/common';
import { Database } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import { ConsumerHealth } from '@roundtrip/kafka';
import { withTimeout } from './with-timeout.js';

export interface HealthReport {
  ready: boolean;
  /** What this process needs: `up` or `away`. */
  checks: Record<'database' | 'objectStore' | 'consumer', 'up' | 'away'>;
}

const word = (up: boolean): 'up' | 'away' => (up ? 'up' : 'away');

const stores = ['database', 'objectStore'] as const;

/** Answers are kept this long, so that asking often costs the stores nothing. */
const keptMs = 1_000;
const patienceMs = 2_000;

/** Whether the process can do its work now. */
@Injectable()
export class Health {
  private last: { at: number; report: Promise<HealthReport> } | undefined;
  /** How long the last question to each store took, in seconds; of one that is away there is none. */
  readonly roundTrips: Partial<Record<(typeof stores)[number], number>> = {};

  constructor(
    private readonly database: Database,
    private readonly objectStore: ObjectStore,
    private readonly consumer: ConsumerHealth,
  ) {}

  report(): Promise<HealthReport> {
    const now = Date.now();
    if (!this.last || now - this.last.at > keptMs) this.last = { at: now, report: this.ask() };
    return this.last.report;
  }

  private async ask(): Promise<HealthReport> {
    const [database = false, objectStore = false] = await Promise.all(stores.map((store) => this.askStore(store)));
    const consumer = this.consumer.ready;
    return {
      ready: database && objectStore && consumer,
      checks: { database: word(database), objectStore: word(objectStore), consumer: word(consumer) },
    };
  }

  private async askStore(store: (typeof stores)[number]): Promise<boolean> {
    const begin = performance.now();
    const isThere = await answers(() => this[store].ping());
    if (isThere) this.roundTrips[store] = (performance.now() - begin) / 1000;
    else delete this.roundTrips[store];
    return isThere;
  }
}

/** @returns false as well when the answer does not come in time */
export const answers = (ping: () => Promise<unknown>): Promise<boolean> =>
  withTimeout(patienceMs, ping()).then(
    () => true,
    () => false,
  );
