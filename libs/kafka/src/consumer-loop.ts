import { Logger } from '@nestjs/common';
import type { Consumer, ConsumerGroupJoinEvent, EachBatchPayload, EachMessagePayload } from 'kafkajs';
import type { ConsumerHealth } from './consumer-health.js';
import { pause } from './delivery-attempts.js';
import { OffsetCommitter } from './offset-committer.js';
import { PartitionQueue } from './partition-queue.js';

export interface ConsumerLoopOptions {
  consumer: Consumer;
  health: ConsumerHealth;
  handle(payload: EachMessagePayload, signals: { signal: AbortSignal; stopping: AbortSignal }): Promise<unknown>;
  sessionTimeoutMs: number;
  stopGraceMs: number;
  redeliveryDelayMs: number;
  onCrash(error: Error): void;
}

interface Assigned {
  topic: string;
  partition: number;
  queue: PartitionQueue;
}

/**
 * Takes what kafkajs fetches and works on it beside kafkajs's loop: one queue a partition, offsets committed by us after
 * success. kafkajs's own `eachMessage` fetches nothing more from a broker until the slowest message of the last fetch is done, and
 * joins no rebalance until then.
 */
export class ConsumerLoop {
  private readonly logger = new Logger('KafkaTransport');
  private readonly partitions = new Map<string, Assigned>();
  private readonly committer: OffsetCommitter;
  private readonly stopping = new AbortController();
  private readonly ending = new AbortController();
  private readonly watch: NodeJS.Timeout;
  private memberId: string | undefined;
  private heardAt = Date.now();

  constructor(private readonly options: ConsumerLoopOptions) {
    const { consumer } = options;
    this.committer = new OffsetCommitter(consumer);
    consumer.on(consumer.events.HEARTBEAT, () => this.heard());
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => this.joined(payload));
    consumer.on(consumer.events.CRASH, ({ payload }) => this.crashed(payload.error, payload.restart));
    this.watch = setInterval(() => this.checkSession(), Math.min(1_000, options.sessionTimeoutMs / 4)).unref();
  }

  /** kafkajs's `eachBatch`: returns at once. */
  async accept(payload: EachBatchPayload): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const { topic, partition, messages, highWatermark } = payload.batch;
    const key = `${topic}:${partition}`;
    const assigned = this.partitions.get(key) ?? { topic, partition, queue: this.createQueue(payload) };
    this.partitions.set(key, assigned);
    assigned.queue.add(messages, highWatermark);
  }

  /**
   * Starts nothing more, lets what runs finish within the grace, then fires its signal. Everything that was finished is
   * committed, if there is a broker.
   */
  async stop(): Promise<void> {
    this.stopping.abort();
    const finished = new AbortController();
    void Promise.all([...this.partitions.values()].map(({ queue }) => queue.idle())).then(() => finished.abort());
    await pause(this.options.stopGraceMs, finished.signal);
    if (!finished.signal.aborted) {
      this.logger.warn({ message: 'The grace is over: what still runs is left to be delivered again' });
      this.ending.abort();
      await pause(2_000, finished.signal);
    }
    clearInterval(this.watch);
    await this.committer.close(3_000);
    this.options.health.become('stopped');
  }

  private createQueue(payload: EachBatchPayload): PartitionQueue {
    const { consumer, handle, redeliveryDelayMs } = this.options;
    const { topic, partition } = payload.batch;
    const passedOn = { topic, partition, heartbeat: () => payload.heartbeat(), pause: () => payload.pause() };
    return new PartitionQueue({
      topic,
      partition,
      handle: (message, signals) => handle({ ...passedOn, message }, signals),
      commit: (offset) => this.committer.commit(topic, partition, offset),
      stopping: this.stopping.signal,
      ending: this.ending.signal,
      redeliveryDelayMs,
      pauseReading: () => consumer.pause([{ topic, partitions: [partition] }]),
      resumeReading: () => this.resume(topic, partition),
    });
  }

  /** A consumer that is between two lives or has stopped has nothing to resume, and begins with nothing paused. */
  private resume(topic: string, partition: number): void {
    try {
      this.options.consumer.resume([{ topic, partitions: [partition] }]);
    } catch {
      this.logger.debug({ message: 'Nothing to resume', topic, partition });
    }
  }

  /**
   * The same member keeps what is still assigned to it: that goes on untouched through a rebalance. A new member id means that the group
   * had removed us: others may have worked on everything.
   */
  private joined({ memberId, memberAssignment }: ConsumerGroupJoinEvent['payload']): void {
    const same = memberId === this.memberId;
    this.memberId = memberId;
    for (const assigned of this.partitions.values()) {
      if (!same || !memberAssignment[assigned.topic]?.includes(assigned.partition)) this.lose(assigned);
    }
    this.heard();
  }

  private heard(): void {
    this.heardAt = Date.now();
    if (this.stopping.signal.aborted) return;
    this.options.health.become('joined');
    for (const { queue } of this.partitions.values()) queue.goOn();
  }

  /** A broker that heard nothing for the session timeout gives our partitions away; whether it did shows when it is heard again. */
  private checkSession(): void {
    if (Date.now() - this.heardAt <= this.options.sessionTimeoutMs || this.stopping.signal.aborted) return;
    if (this.options.health.ready) this.logger.warn({ message: 'No heartbeat for the session timeout: work is left' });
    this.options.health.become('away');
    for (const { queue } of this.partitions.values()) queue.interrupt();
  }

  private lose({ topic, partition, queue }: Assigned): void {
    this.logger.log({ message: 'The partition is another member’s now', topic, partition });
    queue.lose();
    this.committer.forget(topic, partition);
    this.partitions.delete(`${topic}:${partition}`);
  }

  private crashed(error: Error, restart: boolean): void {
    if (restart) return;
    this.options.health.become('crashed');
    this.options.onCrash(error);
  }
}
