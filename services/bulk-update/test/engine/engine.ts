import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Type } from '@nestjs/common';
import { chunkReady, type EventData, type EventDefinition } from '@roundtrip/contracts';
import { connectDatabase, ensureIndexes, type WholeDatabase } from '@roundtrip/database';
import type { Random } from '@roundtrip/demo';
import { ObjectStore } from '@roundtrip/files';
import { EventPublisher } from '@roundtrip/kafka';
import { ownDatabase, startTestService, type TestService } from '@roundtrip/test-kit';
import { AppModule } from '../../src/app.module.js';
import { CancellationsRepository } from '../../src/cancellations.repository.js';
import { ChunkWorker } from '../../src/chunk.worker.js';
import { ChunksRepository } from '../../src/chunks.repository.js';
import { BulkUpdateConfig } from '../../src/config.js';
import { ContactsRepository } from '../../src/contacts.repository.js';
import { OutcomesRepository } from '../../src/outcomes.repository.js';
import { PlanReader } from '../../src/plan.reader.js';
import { ReportWriter } from '../../src/report.writer.js';

/**
 * Several workers of the service on one database, and between them a post that delivers like Kafka at its worst: in any order, twice,
 * at the same moment to two workers. At every seam a worker may linger, fall asleep (and wake up when nobody counts on it any
 * more: the twin) or die (nothing of it is ever heard again); what it was working on is then delivered to another.
 */

export interface Message {
  definition: EventDefinition;
  data: Record<string, unknown>;
}

export const message = <D extends EventDefinition>(definition: D, data: EventData<D>): Message => ({
  definition,
  data: data as Message['data'],
});

/** What may befall a worker before or after a step such as `apply`. */
export type Fate = 'go on' | 'linger' | 'sleep' | 'die';

export interface Way {
  random: Random;
  /** Deliveries at the same moment. */
  atOnce?: number;
  /** How probable it is that a message comes once more. */
  again?: number;
  fate?: (step: string, message: Message) => Fate | Promise<Fate>;
  /** What a sleeper holds is delivered to another only by a later `run`, as before a session times out. */
  heldBySleepers?: boolean;
  /** Those who sleep at the end go on sleeping, until `wake`. */
  keepAsleep?: boolean;
}

const seams: [Type, string[]][] = [
  [PlanReader, ['read']],
  [ContactsRepository, ['read', 'readForDecision', 'apply', 'heads']],
  [ChunksRepository, ['isClosed', 'find', 'decide', 'replace', 'close', 'closeUndecided', 'countClosed', 'closedOf']],
  [CancellationsRepository, ['isCancelled']],
  [OutcomesRepository, ['find', 'finish']],
  [ReportWriter, ['write']],
  [EventPublisher, ['publish']],
];

interface Delivery {
  message: Message;
  fate: NonNullable<Way['fate']>;
  /** The worker is asleep or dead: the message belongs to another. */
  lost: () => void;
}

export class Engine {
  private readonly deliveries = new AsyncLocalStorage<Delivery>();
  private readonly heard = new Map<TestService, number>();
  private readonly twins = new Set<Promise<unknown>>();
  private sleepers: (() => void)[] = [];
  private held: Message[] = [];
  private readonly dead = new WeakSet<Delivery>();
  private readonly awoken = new WeakSet<Delivery>();

  private constructor(
    readonly database: WholeDatabase,
    readonly workers: readonly TestService[],
  ) {
    for (const worker of workers) this.openSeams(worker);
  }

  static async start(options: { workers: number; databaseUrl?: string; lanes?: number }): Promise<Engine> {
    const { workers, databaseUrl = ownDatabase(), lanes = 3 } = options;
    await ensureIndexes(databaseUrl);
    const started: TestService[] = [];
    for (let number = 0; number < workers; number++) {
      started.push(
        await startTestService(AppModule, {
          name: 'bulk-update',
          config: BulkUpdateConfig,
          env: { MONGO_URL: databaseUrl, CHUNKS_IN_FLIGHT: String(lanes) },
          // Those who sleep or are dead hold their slots for ever.
          settings: { concurrency: 1_000_000 },
        }),
      );
    }
    return new Engine(await connectDatabase(databaseUrl), started);
  }

  async stop(): Promise<void> {
    await this.wake();
    for (const worker of this.workers) await worker.close();
    await this.database.dropDatabase();
    await this.database.close();
  }

  get store(): ObjectStore {
    return this.workers[0]!.app.get(ObjectStore);
  }

  /** What one document of decisions takes from now on, by worker; those of this test are small. */
  documentBytes(...ofWorkers: number[]): void {
    for (const [index, worker] of this.workers.entries()) {
      worker.app.get(ChunkWorker, { strict: false }).documentBytes = ofWorkers[index % ofWorkers.length]!;
    }
  }

  deadLetters(): number {
    return this.workers.reduce((sum, worker) => sum + worker.deadLetters().length, 0);
  }

  /** Delivers these and all that they lead to, until nothing is left to deliver. */
  async run(messages: readonly Message[], way: Way): Promise<void> {
    const { random, atOnce = 6, again = 0 } = way;
    const queue = [...this.held.splice(0), ...messages];
    const active = new Set<Promise<void>>();
    for (;;) {
      queue.push(...this.readyChunks());
      while (queue.length > 0 && active.size < atOnce) {
        const [taken] = queue.splice(random.below(queue.length), 1) as [Message];
        if (random.chance(again)) queue.push(taken);
        const delivery = this.deliver(taken, random.pick(this.workers), way).then((ended) => {
          if (ended === 'lost') (way.heldBySleepers ? this.held : queue).push(taken);
          active.delete(delivery);
        });
        active.add(delivery);
      }
      if (active.size > 0) await Promise.race(active);
      else if (this.sleepers.length > 0 && !way.keepAsleep) await this.wake();
      else if (queue.length === 0 && !this.hasBells()) return;
    }
  }

  /** All who sleep wake up and finish what they had begun. */
  async wake(): Promise<void> {
    for (const wakeUp of this.sleepers.splice(0)) wakeUp();
    await Promise.allSettled(this.twins);
  }

  get asleep(): number {
    return this.sleepers.length;
  }

  private async deliver(taken: Message, worker: TestService, way: Way): Promise<'done' | 'lost'> {
    let lose = (): void => {};
    const lost = new Promise<'lost'>((resolve) => {
      lose = () => resolve('lost');
    });
    const delivery: Delivery = { message: taken, fate: way.fate ?? (() => 'go on'), lost: lose };
    const work = this.deliveries.run(delivery, () => worker.receives(taken.definition, taken.data));
    const settled = work.then(
      () => 'done' as const,
      () => 'lost' as const,
    );
    const ended = await Promise.race([settled, lost]);
    if (ended === 'lost' && !this.dead.has(delivery)) {
      this.twins.add(settled);
      void settled.then(() => this.twins.delete(settled));
    }
    return ended;
  }

  private openSeams(worker: TestService): void {
    for (const [type, methods] of seams) {
      const instance = worker.app.get<Record<string, (...args: unknown[]) => Promise<unknown>>>(type, {
        strict: false,
      });
      for (const method of methods) {
        const original = instance[method]!.bind(instance);
        instance[method] = async (...args) => {
          await this.pass(`before ${method}`);
          const answer = await original(...args);
          await this.pass(`after ${method}`);
          return answer;
        };
      }
    }
  }

  private async pass(step: string): Promise<void> {
    const delivery = this.deliveries.getStore();
    const fate = await delivery?.fate(step, delivery.message);
    // Who has slept once is waited for: it may linger, and no more.
    switch (delivery && this.awoken.has(delivery) && fate !== 'go on' ? 'linger' : fate) {
      case 'linger':
        return sleep(15);
      case 'sleep':
        delivery?.lost();
        await new Promise<void>((resolve) => {
          this.sleepers.push(resolve);
        });
        if (delivery) this.awoken.add(delivery);
        return;
      case 'die':
        if (delivery) this.dead.add(delivery);
        delivery?.lost();
        return new Promise(() => {});
      default:
    }
  }

  private readyChunks(): Message[] {
    return this.workers.flatMap((worker) => {
      const ready = worker.published(chunkReady).slice(this.heard.get(worker) ?? 0);
      this.heard.set(worker, (this.heard.get(worker) ?? 0) + ready.length);
      return ready.map((data) => message(chunkReady, data));
    });
  }

  private hasBells(): boolean {
    return this.workers.some((worker) => worker.published(chunkReady).length > (this.heard.get(worker) ?? 0));
  }
}
