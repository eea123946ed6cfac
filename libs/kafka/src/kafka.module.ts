import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { ConsumerHealth } from './consumer-health.js';
import { DeadLetterWriter } from './dead-letter.writer.js';
import { EventPublisher } from './event-publisher.js';
import { KAFKA_SETTINGS, kafkaDefaults, type KafkaOptions, type KafkaSettings } from './kafka.config.js';
import { KafkaProducer } from './kafka-producer.js';
import { KafkaTransport } from './kafka-transport.js';
import { TopicFollower } from './topic-follower.js';

const parts = [KafkaProducer, EventPublisher, DeadLetterWriter, ConsumerHealth, TopicFollower, KafkaTransport];

/** Global: the publisher, and what the handlers of every events controller need. */
@Module({})
export class KafkaModule {
  static forRoot(options: KafkaOptions): DynamicModule {
    const settings: KafkaSettings = { groupId: options.service, ...kafkaDefaults, ...options };
    const providers = [{ provide: KAFKA_SETTINGS, useValue: settings }, ...parts];
    return { module: KafkaModule, global: true, providers, exports: [KAFKA_SETTINGS, ...parts] };
  }
}

/** For `app.connectMicroservice({ strategy: kafkaStrategy(app) })`. */
export const kafkaStrategy = (app: INestApplicationContext): KafkaTransport =>
  app.get(KafkaTransport, { strict: false });
