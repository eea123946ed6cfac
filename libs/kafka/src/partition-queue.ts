import { Logger } from '@nestjs/common';
import type { KafkaMessage } from 'kafkajs';
import { pause } from './delivery-attempts.js';
import { describeError } from './kafka.errors.js';

export interface PartitionQueueOptions {
  topic: string;
  partition: number;
  /** Rejects when the message was not dealt with: it is handed over again. */
  handle(message: KafkaMessage, signals: { signal: AbortSignal; stopping: AbortSignal }): Promise<unknown>;
  /** Everything before this offset is dealt with. */
  commit(offset: string): void;
  /** The process begins to stop: start nothing more. */
  stopping: AbortSignal;
  /** The grace of the stop is over: leave what is running. */
  ending: AbortSignal;
  redeliveryDelayMs: number;
  pauseReading(): void;
  resumeReading(): void;
}

/** More waiting messages than this and the partition is not read further. */
const enough = 200;

/**
 * The messages of one partition, one after the other. It works beside kafkajs's own loop, so that a message that takes
 * minutes holds up neither heartbeats nor rebalances nor the other partitions.
 */
export class PartitionQueue {
  private readonly logger = new Logger('KafkaTransport');
  private readonly waiting: KafkaMessage[] = [];
  /** Fires when the partition may be another member's; made anew when it is certain that it is still ours. */
  private interruption = new AbortController();
  private nextOffset = 0n;
  private running: Promise<void> | undefined;
  private paused = false;
  private lost = false;

  constructor(private readonly options: PartitionQueueOptions) {}

  /** Messages that are here already come again after a rebalance, read from the last commit: they are skipped. */
  add(messages: readonly KafkaMessage[], highWatermark: string): void {
    // The topic was deleted and made anew.
    if (BigInt(highWatermark) < this.nextOffset) this.nextOffset = 0n;
    for (const message of messages) {
      if (BigInt(message.offset) < this.nextOffset) continue;
      this.waiting.push(message);
      this.nextOffset = BigInt(message.offset) + 1n;
    }
    if (this.waiting.length > enough) {
      this.paused = true;
      this.options.pauseReading();
    }
    this.start();
  }

  /** It is not certain any more that the partition is ours: the signal of what runs fires, and nothing is started. */
  interrupt(): void {
    this.interruption.abort();
  }

  /** It is ours still: what was left is begun again. */
  goOn(): void {
    if (this.lost || !this.interruption.signal.aborted) return;
    this.interruption = new AbortController();
    this.start();
  }

  /** The partition is another member's now. */
  lose(): void {
    this.lost = true;
    this.interruption.abort();
    this.waiting.length = 0;
    this.readOn();
  }

  idle(): Promise<void> {
    return this.running ?? Promise.resolve();
  }

  private start(): void {
    this.running ??= this.work().finally(() => {
      this.running = undefined;
      // `goOn` came while the interrupted message was still leaving.
      if (this.waiting.length > 0 && !this.stopped()) this.start();
    });
  }

  private stopped(): boolean {
    return this.interruption.signal.aborted || this.options.stopping.aborted || this.options.ending.aborted;
  }

  private async work(): Promise<void> {
    for (let message = this.waiting[0]; message && !this.stopped(); message = this.waiting[0]) {
      if (!(await this.handled(message))) continue;
      // What is finished counts, though it was interrupted; only a new owner finds out by itself.
      if (this.lost) return;
      this.waiting.shift();
      this.options.commit(String(BigInt(message.offset) + 1n));
      if (this.waiting.length < enough / 2) this.readOn();
    }
  }

  private readOn(): void {
    if (!this.paused) return;
    this.paused = false;
    this.options.resumeReading();
  }

  private async handled(message: KafkaMessage): Promise<boolean> {
    const { topic, partition, redeliveryDelayMs, ending } = this.options;
    const { signal: interrupted } = this.interruption;
    const signal = AbortSignal.any([interrupted, ending]);
    const stopping = AbortSignal.any([interrupted, ending, this.options.stopping]);
    try {
      await this.options.handle(message, { signal, stopping });
      return true;
    } catch (error) {
      const cause =
        error instanceof Error && error.cause !== undefined ? describeError(error.cause) : describeError(error);
      this.logger.warn({ message: `Not acknowledged: ${cause}`, topic, partition, offset: message.offset });
      await pause(redeliveryDelayMs, stopping);
      return false;
    }
  }
}
