import { Inject, Injectable } from '@nestjs/common';
import { deadLetterTopic } from '@roundtrip/contracts';
import type { EachMessagePayload } from 'kafkajs';
import type { DeadLetterReason } from './dead-letter.js';
import { KAFKA_SETTINGS, type KafkaSettings } from './kafka.config.js';
import { KafkaProducer } from './kafka-producer.js';

/** Writes dead letters: messages byte for byte as they came, with the reason and where they came from in the headers. */
@Injectable()
export class DeadLetterWriter {
  private readonly topic: string;

  constructor(
    @Inject(KAFKA_SETTINGS) { service }: KafkaSettings,
    private readonly producer: KafkaProducer,
  ) {
    this.topic = deadLetterTopic(service);
  }

  async write({ topic, partition, message }: EachMessagePayload, reason: DeadLetterReason): Promise<void> {
    await this.producer.send(this.topic, [
      {
        key: message.key,
        value: message.value,
        headers: {
          ...message.headers,
          'origin-topic': topic,
          'origin-partition': String(partition),
          'origin-offset': message.offset,
          'set-aside-at': new Date().toISOString(),
          'reason-code': reason.code,
          reason: reason.detail,
        },
      },
    ]);
  }
}
