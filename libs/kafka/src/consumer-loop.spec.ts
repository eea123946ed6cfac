import { EventEmitter, once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { ConsumerHealth } from './consumer-health.js';
import { ConsumerLoop } from './consumer-loop.js';

Logger.overrideLogger(false);

const topic = 'gateway.thing-asked.v1';

interface Running {
  offset: string;
  partition: number;
  signal: AbortSignal;
  succeed(): void;
  fail(): void;
}

/** A loop under a kafkajs that the test plays: it joins, fetches, falls silent. */
class Kafkajs {
  readonly health = new ConsumerHealth();
  readonly running: Running[] = [];
  readonly commits: string[] = [];
  readonly reading: string[] = [];
  readonly crashes: Error[] = [];
  commitFails = false;
  readonly loop: ConsumerLoop;
  private readonly emitter = new EventEmitter();

  constructor(options: { sessionTimeoutMs?: number; stopGraceMs?: number } = {}) {
    const events = { HEARTBEAT: 'heartbeat', GROUP_JOIN: 'join', CRASH: 'crash' };
    const consumer = {
      events,
      on: (name: string, listener: (event: unknown) => void) => this.emitter.on(name, listener),
      pause: ([{ partitions }]: [{ partitions: number[] }]) => void this.reading.push(`pause ${partitions.join()}`),
      resume: ([{ partitions }]: [{ partitions: number[] }]) => void this.reading.push(`resume ${partitions.join()}`),
      commitOffsets: async (offsets: { partition: number; offset: string }[]) => {
        if (this.commitFails) throw new Error('no broker');
        this.commits.push(...offsets.map(({ partition, offset }) => `${partition}@${offset}`));
      },
    };
    this.loop = new ConsumerLoop({
      consumer: consumer as unknown as Consumer,
      health: this.health,
      sessionTimeoutMs: 60_000,
      stopGraceMs: 200,
      ...options,
      redeliveryDelayMs: 1,
      onCrash: (error) => void this.crashes.push(error),
      handle: ({ partition, message: { offset } }, { signal }) =>
        new Promise<void>((succeed, reject) => {
          // A handler may take its time to leave.
          signal.addEventListener('abort', () => setTimeout(() => reject(new Error('left')), 50));
          this.running.push({ offset, partition, signal, succeed, fail: () => reject(new Error('left')) });
        }),
    });
  }

  join(partitions: number[], memberId = 'member-1'): void {
    this.emitter.emit('join', { payload: { memberId, memberAssignment: { [topic]: partitions } } });
  }

  heartbeat(): void {
    this.emitter.emit('heartbeat', {});
  }

  crash(restart: boolean): void {
    this.emitter.emit('crash', { payload: { error: new Error('crash'), restart } });
  }

  /** As kafkajs hands over a fetch; `highWatermark` is where the partition ends. */
  async fetch(partition: number, offsets: number[], highWatermark = 1_000_000): Promise<void> {
    const messages = offsets.map((offset) => ({ offset: String(offset), key: null, value: null, headers: {} }));
    const batch = { topic, partition, messages, highWatermark: String(highWatermark) };
    await this.loop.accept({ batch, heartbeat: async () => {}, pause: () => () => {} } as unknown as EachBatchPayload);
  }

  /** What runs at the moment, and was not looked at before. */
  async next(): Promise<Running> {
    for (let tries = 0; tries < 200 && this.running.length === 0; tries++) await tick(5);
    const running = this.running.shift();
    if (!running) throw new Error('Nothing runs');
    return running;
  }
}

const tick = (ms = 5): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let kafkajs: Kafkajs;
afterEach(() => kafkajs.loop.stop());

describe('the loop under the transport', () => {
  it('returns a fetch at once and works on one message a partition at a time, in order', async () => {
    kafkajs = new Kafkajs();
    kafkajs.join([0, 1]);
    await kafkajs.fetch(0, [5, 6]);
    await kafkajs.fetch(1, [9]);
    const [first, other] = [await kafkajs.next(), await kafkajs.next()];
    expect([first, other].map(({ partition, offset }) => `${partition}@${offset}`)).toEqual(['0@5', '1@9']);
    await tick();
    expect(kafkajs.running).toEqual([]);
    first.succeed();
    expect((await kafkajs.next()).offset).toBe('6');
    other.succeed();
    await tick();
    expect(kafkajs.commits).toEqual(['0@6', '1@10']);
  });

  it('delivers what was not dealt with again, before the next and without a commit', async () => {
    kafkajs = new Kafkajs();
    kafkajs.join([0]);
    await kafkajs.fetch(0, [5, 6]);
    (await kafkajs.next()).fail();
    const again = await kafkajs.next();
    expect(again.offset).toBe('5');
    expect(kafkajs.commits).toEqual([]);
    again.succeed();
    expect((await kafkajs.next()).offset).toBe('6');
    expect(kafkajs.commits).toEqual(['0@6']);
  });

  it('goes on untouched through a rebalance that leaves the partition here, though it is fetched again from the last commit', async () => {
    kafkajs = new Kafkajs();
    kafkajs.join([0, 1]);
    await kafkajs.fetch(0, [5, 6]);
    const running = await kafkajs.next();
    kafkajs.join([0]);
    await kafkajs.fetch(0, [5, 6, 7]);
    expect(running.signal.aborted).toBe(false);
    running.succeed();
    const offsets: string[] = [];
    for (let n = 0; n < 2; n++) {
      const message = await kafkajs.next();
      offsets.push(message.offset);
      message.succeed();
    }
    await tick();
    expect(offsets).toEqual(['6', '7']);
    expect(kafkajs.running).toEqual([]);
    expect(kafkajs.commits.at(-1)).toBe('0@8');
  });

  it('leaves a partition that went to another member: the signal fires, nothing is committed, nothing more is started', async () => {
    kafkajs = new Kafkajs();
    kafkajs.join([0, 1]);
    await kafkajs.fetch(0, [5, 6]);
    const running = await kafkajs.next();
    kafkajs.join([1]);
    expect(running.signal.aborted).toBe(true);
    running.succeed();
    await tick();
    expect(kafkajs.running).toEqual([]);
    expect(kafkajs.commits).toEqual([]);
    kafkajs.join([0, 1]);
    await kafkajs.fetch(0, [5, 6]);
    expect((await kafkajs.next()).offset).toBe('5');
  });

  it('leaves everything when the group had given the member up, even if the same partitions come back', async () => {
    kafkajs = new Kafkajs();
    kafkajs.join([0], 'member-1');
    await kafkajs.fetch(0, [5, 6]);
    const running = await kafkajs.next();
    kafkajs.join([0], 'member-2');
    expect(running.signal.aborted).toBe(true);
    running.fail();
    await kafkajs.fetch(0, [9]);
    expect((await kafkajs.next()).offset).toBe('9');
    expect(kafkajs.commits).toEqual([]);
  });

  it('fires the signal and is not ready when no heartbeat came for the session timeout, and begins the message again when it is heard', async () => {
    kafkajs = new Kafkajs({ sessionTimeoutMs: 1_000 });
    kafkajs.join([0]);
    await kafkajs.fetch(0, [5]);
    const running = await kafkajs.next();
    for (let n = 0; n < 30; n++) {
      await tick(50);
      kafkajs.heartbeat();
    }
    expect(running.signal.aborted).toBe(false);
    await once(running.signal, 'abort');
    expect(kafkajs.health.state).toBe('away');
    running.fail();
    await tick();
    expect(kafkajs.running).toEqual([]);
    kafkajs.heartbeat();
    expect((await kafkajs.next()).offset).toBe('5');
    expect(kafkajs.health.ready).toBe(true);
  });

  it('commits later what could not be committed', async () => {
    kafkajs = new Kafkajs();
    kafkajs.join([0]);
    kafkajs.commitFails = true;
    await kafkajs.fetch(0, [5, 6]);
    (await kafkajs.next()).succeed();
    const second = await kafkajs.next();
    expect(kafkajs.commits).toEqual([]);
    kafkajs.commitFails = false;
    second.succeed();
    await tick();
    expect(kafkajs.commits).toEqual(['0@7']);
  });

  it('stops reading a partition when plenty waits and reads on when little does', async () => {
    kafkajs = new Kafkajs();
    kafkajs.join([0]);
    await kafkajs.fetch(
      0,
      Array.from({ length: 150 }, (_, n) => n),
    );
    expect(kafkajs.reading).toEqual([]);
    await kafkajs.fetch(
      0,
      Array.from({ length: 150 }, (_, n) => 150 + n),
    );
    expect(kafkajs.reading).toEqual(['pause 0']);
    for (let n = 0; n < 210; n++) (await kafkajs.next()).succeed();
    expect(kafkajs.reading).toEqual(['pause 0', 'resume 0']);
  });

  it('reads a topic from its begin again that was deleted and made anew', async () => {
    kafkajs = new Kafkajs();
    kafkajs.join([0]);
    await kafkajs.fetch(0, [5]);
    (await kafkajs.next()).succeed();
    await kafkajs.fetch(0, [0], 1);
    expect((await kafkajs.next()).offset).toBe('0');
  });

  it('lets a running message finish at a stop and commits it', async () => {
    kafkajs = new Kafkajs();
    kafkajs.join([0]);
    await kafkajs.fetch(0, [5, 6]);
    const running = await kafkajs.next();
    const stopping = kafkajs.loop.stop();
    await tick(20);
    expect(running.signal.aborted).toBe(false);
    running.succeed();
    await stopping;
    expect(kafkajs.commits).toEqual(['0@6']);
    expect(kafkajs.running).toEqual([]);
    expect(kafkajs.health.state).toBe('stopped');
  });

  it('fires the signal of what still runs when the grace of a stop is over, and takes nothing more', async () => {
    kafkajs = new Kafkajs({ stopGraceMs: 20 });
    kafkajs.join([0]);
    await kafkajs.fetch(0, [5]);
    const running = await kafkajs.next();
    running.signal.addEventListener('abort', () => running.fail());
    await kafkajs.loop.stop();
    expect(running.signal.aborted).toBe(true);
    await kafkajs.fetch(0, [6]);
    await tick();
    expect(kafkajs.running).toEqual([]);
    expect(kafkajs.commits).toEqual([]);
  });

  it('tells of a crash for good, after which it is never ready again, and not of one that kafkajs heals', async () => {
    kafkajs = new Kafkajs();
    kafkajs.join([0]);
    kafkajs.crash(true);
    expect(kafkajs.crashes).toEqual([]);
    kafkajs.crash(false);
    expect(kafkajs.crashes).toHaveLength(1);
    kafkajs.heartbeat();
    expect(kafkajs.health.state).toBe('crashed');
  });
});
