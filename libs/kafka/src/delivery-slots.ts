import { Inject, Injectable } from '@nestjs/common';
import { KAFKA_SETTINGS, kafkaDefaults, type KafkaSettings } from './kafka.config.js';

/**
 * Bounds how many messages of one topic are worked on at once. Each topic has its own slots, so that a slow topic cannot
 * starve the others; a message that only waits for a dependency holds none.
 */
@Injectable()
export class DeliverySlots {
  private readonly topics = new Map<string, { taken: number; waiting: (() => void)[] }>();

  constructor(@Inject(KAFKA_SETTINGS) private readonly settings: KafkaSettings) {}

  async run<T>(topic: string, work: () => Promise<T>): Promise<T> {
    const slots = this.topics.get(topic) ?? { taken: 0, waiting: [] };
    this.topics.set(topic, slots);
    if (slots.taken < (this.settings.concurrency ?? kafkaDefaults.concurrency)) slots.taken += 1;
    else await new Promise<void>((resolve) => slots.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = slots.waiting.shift();
      if (next) next();
      else slots.taken -= 1;
    }
  }
}
