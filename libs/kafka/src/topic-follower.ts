import { Inject, Injectable } from '@nestjs/common';
import type { EventDefinition } from '@roundtrip/contracts';
import { type FollowOptions, followTopics } from './follow-topics.js';
import { KAFKA_SETTINGS, type KafkaSettings } from './kafka.config.js';

/** Follows topics for this service, and knows which: a topic that is followed needs no handler. */
@Injectable()
export class TopicFollower {
  private readonly followed = new Set<string>();

  constructor(@Inject(KAFKA_SETTINGS) private readonly settings: KafkaSettings) {}

  /** As `followTopics`; to be called while the service starts, in `onModuleInit`. */
  follow(events: readonly EventDefinition[], onEvent: FollowOptions['onEvent']): Promise<{ stop(): Promise<void> }> {
    for (const { topic } of events) this.followed.add(topic);
    const { service, brokers, sasl, tls } = this.settings;
    return followTopics({ service, brokers, ...(sasl && { sasl }), ...(tls && { tls }), events, onEvent });
  }

  follows(topic: string): boolean {
    return this.followed.has(topic);
  }
}
