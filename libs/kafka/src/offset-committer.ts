import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Consumer } from 'kafkajs';
import { describeError } from './kafka.errors.js';

/**
 * Commits what has been dealt with, after each message, several partitions in one request when they end together. A commit that
 * fails is tried again: until then a crash means one more delivery, which every handler bears.
 */
export class OffsetCommitter {
  private readonly logger = new Logger('KafkaTransport');
  private readonly offsets = new Map<string, { topic: string; partition: number; offset: string }>();
  private running: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;

  constructor(private readonly consumer: Pick<Consumer, 'commitOffsets'>) {}

  commit(topic: string, partition: number, offset: string): void {
    this.offsets.set(`${topic}:${partition}`, { topic, partition, offset });
    void this.flush();
  }

  /** The partition is another member's, and so is its position. */
  forget(topic: string, partition: number): void {
    this.offsets.delete(`${topic}:${partition}`);
  }

  /** Resolves when all is committed, a try has failed, or the time is over. */
  async close(patienceMs: number): Promise<void> {
    await Promise.race([this.flush(), sleep(patienceMs, undefined, { ref: false })]);
    clearTimeout(this.retry);
  }

  private flush(): Promise<void> {
    this.running ??= this.commitAll().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async commitAll(): Promise<void> {
    clearTimeout(this.retry);
    while (this.offsets.size > 0) {
      const taken = [...this.offsets.entries()];
      this.offsets.clear();
      try {
        await this.consumer.commitOffsets(taken.map(([, offset]) => offset));
      } catch (error) {
        for (const [key, offset] of taken) if (!this.offsets.has(key)) this.offsets.set(key, offset);
        this.logger.warn({ message: `Offsets are not committed yet: ${describeError(error)}` });
        this.retry = setTimeout(() => void this.flush(), 1_000).unref();
        return;
      }
    }
  }
}
