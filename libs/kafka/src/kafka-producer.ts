import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import kafkajs, { CompressionTypes, type Message, Partitioners, type Producer } from 'kafkajs';
import { briefRetry, createKafka } from './create-kafka.js';
import { KAFKA_SETTINGS, type KafkaSettings } from './kafka.config.js';
import { DependencyAway, KafkaProblem, PermanentFailure } from './kafka.errors.js';

const { KafkaJSSASLAuthenticationError } = kafkajs;

/** Broker answers that no retry changes. */
const refusals = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD', 'CORRUPT_MESSAGE']);

/** The process's one producer. Connected before anything is handled, closed when nothing runs any more. */
@Injectable()
export class KafkaProducer implements OnModuleInit, OnApplicationShutdown {
  private readonly producer: Producer;

  constructor(@Inject(KAFKA_SETTINGS) private readonly settings: KafkaSettings) {
    const options = { clientId: settings.service, access: settings, retry: briefRetry, requestTimeoutMs: 4_000 };
    this.producer = createKafka(options).producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      retry: briefRetry,
    });
  }

  /** @throws KafkaProblem when no broker answers within some seconds, or one refuses us */
  async onModuleInit(): Promise<void> {
    try {
      await this.producer.connect();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const what = error instanceof KafkaJSSASLAuthenticationError ? 'refuses us' : 'does not answer';
      throw new KafkaProblem(`Kafka at ${this.settings.brokers.join(', ')} ${what}: ${reason}`, { cause: error });
    }
  }

  /**
   * Resolves when all replicas in sync have the messages.
   *
   * @throws PermanentFailure when the broker refuses them, DependencyAway when no broker took them within some seconds
   */
  async send(topic: string, messages: Message[]): Promise<void> {
    try {
      await this.producer.send({ topic, messages, acks: -1, compression: CompressionTypes.None });
    } catch (error) {
      const type = refusalOf(error);
      if (type)
        throw new PermanentFailure(`Kafka refuses a message for ${topic}: ${type}`, { code: type, cause: error });
      throw new DependencyAway(`Kafka did not take a message for ${topic}`, { cause: error });
    }
  }

  onApplicationShutdown(): Promise<void> {
    return this.producer.disconnect();
  }
}

function refusalOf(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('type' in cause && typeof cause.type === 'string' && refusals.has(cause.type)) return cause.type;
  }
  return undefined;
}
