import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type CustomTransportStrategy, type MessageHandler, ServerKafka } from '@nestjs/microservices';
import { deadLetterTopic } from '@roundtrip/contracts';
import type { Consumer, EachMessagePayload, Kafka } from 'kafkajs';
import { withArrival } from './arrival.js';
import { ConsumerHealth } from './consumer-health.js';
import { ConsumerLoop } from './consumer-loop.js';
import { briefRetry, createKafka, fetchWaitMs, patientRetry } from './create-kafka.js';
import { KAFKA_SETTINGS, kafkaDefaults, type KafkaSettings } from './kafka.config.js';
import { KafkaProblem, NotAcknowledged } from './kafka.errors.js';
import { readDelivery } from './message-headers.js';
import { TopicFollower } from './topic-follower.js';
import { unhandledTopics } from './unhandled-topics.rules.js';

const never = new AbortController().signal;

/** Nest's Kafka server with our own loop under it (see ConsumerLoop) and one group a service. */
@Injectable()
export class KafkaTransport extends ServerKafka implements CustomTransportStrategy {
  private loop: ConsumerLoop | undefined;

  constructor(
    @Inject(KAFKA_SETTINGS) private readonly settings: KafkaSettings,
    private readonly health: ConsumerHealth,
    private readonly follower: TopicFollower,
  ) {
    super({
      client: { clientId: settings.service, brokers: [...settings.brokers] },
      consumer: { groupId: settings.groupId ?? settings.service },
      subscribe: { fromBeginning: true },
      // Nest would append `-server` to the group's name.
      postfixId: '',
      // Bytes stay bytes, for the dead letter topic; parse-event.ts reads them.
      parser: { keepBinary: true },
    });
    this.logger = new Logger(KafkaTransport.name);
  }

  /** Nest would chain two handlers of one topic and retry them together. */
  override addHandler(
    pattern: string,
    callback: MessageHandler,
    isEvent?: boolean,
    extras?: Record<string, unknown>,
  ): void {
    if (this.messageHandlers.has(pattern)) {
      throw new Error(`${this.settings.service} has two handlers for ${pattern}: there may be one`);
    }
    super.addHandler(pattern, callback, isEvent, extras);
  }

  override async createClient<T = Kafka>(): Promise<T> {
    return createKafka({ clientId: this.clientId, access: this.settings, retry: patientRetry }) as T;
  }

  override async start(callback: () => void): Promise<void> {
    this.checkHandlers();
    await this.consume();
    callback();
  }

  protected async consume(): Promise<void> {
    const sessionTimeout = this.settings.sessionTimeoutMs ?? kafkaDefaults.sessionTimeoutMs;
    const client = await this.createClient();
    const consumer = client.consumer({
      groupId: this.groupId,
      sessionTimeout,
      heartbeatInterval: Math.min(3_000, sessionTimeout / 5),
      maxWaitTimeInMs: Math.min(fetchWaitMs, sessionTimeout / 5),
      allowAutoTopicCreation: false,
      retry: patientRetry,
    });
    this.consumer = consumer;
    this.loop = this.createLoop(consumer, sessionTimeout);
    await this.checkTopics();
    await consumer.connect();
    await this.run(consumer, this.loop);
  }

  override async close(): Promise<void> {
    await this.loop?.stop();
    // While no broker is there a patient consumer cannot say goodbye.
    if (this.consumer) await Promise.race([this.consumer.disconnect(), sleep(5_000, undefined, { ref: false })]);
    this.consumer = null;
    this.client = null;
  }

  /** @throws NotAcknowledged, and nothing else: kafkajs stops for good on a raw TypeError */
  override async handleMessage(
    payload: EachMessagePayload,
    { signal, stopping }: { signal: AbortSignal; stopping: AbortSignal } = { signal: never, stopping: never },
  ): Promise<void> {
    try {
      const delivery = readDelivery(payload, signal);
      await withArrival({ payload, delivery, stopping }, () => super.handleMessage(payload));
    } catch (error) {
      if (error instanceof NotAcknowledged) throw error;
      throw new NotAcknowledged(`A message of ${payload.topic} was not dealt with`, { cause: error });
    }
  }

  private createLoop(consumer: Consumer, sessionTimeoutMs: number): ConsumerLoop {
    return new ConsumerLoop({
      consumer,
      health: this.health,
      handle: (payload, signals) => this.handleMessage(payload, signals),
      sessionTimeoutMs,
      redeliveryDelayMs: 1_000,
      stopGraceMs: this.settings.stopGraceMs ?? kafkaDefaults.stopGraceMs,
      onCrash: (error) => this.crashed(error),
    });
  }

  /** @throws KafkaProblem when messages of a topic would be lost, because nobody has written a handler of it */
  private checkHandlers(): void {
    const { service, catalogue = kafkaDefaults.catalogue } = this.settings;
    const isRead = (topic: string) => this.messageHandlers.has(topic) || this.follower.follows(topic);
    const unhandled = unhandledTopics(service, catalogue, isRead);
    if (unhandled.length > 0) throw new KafkaProblem(`${service} has no handler for ${unhandled.join(', ')}`);
  }

  /** kafkajs would say which server does not host what, and without its dead letter topic a service cannot set anything aside. */
  private async checkTopics(): Promise<void> {
    const { service } = this.settings;
    const admin = createKafka({ clientId: service, access: this.settings, retry: briefRetry }).admin();
    await admin.connect();
    const there = new Set(await admin.listTopics());
    await admin.disconnect();
    const missing = [...this.messageHandlers.keys(), deadLetterTopic(service)].filter((topic) => !there.has(topic));
    if (missing.length > 0)
      throw new KafkaProblem(
        `Kafka lacks the topics ${missing.join(', ')}, or hides them from this user: run create-topics first`,
      );
  }

  private async run(consumer: Consumer, loop: ConsumerLoop): Promise<void> {
    const topics = [...this.messageHandlers.keys()];
    if (topics.length === 0) return this.health.become('joined');
    await consumer.subscribe({ topics, fromBeginning: true });
    // Positions move when a message is taken over, commits when it is dealt with: see OffsetCommitter.
    await consumer.run({ autoCommit: false, eachBatch: (payload) => loop.accept(payload) });
  }

  private crashed(error: Error): void {
    this.logger.error({ message: `The consumer has crashed for good: ${error.name}` });
    if (this.settings.onCrash) this.settings.onCrash(error);
    // A process that consumes nothing any more is of no use; whoever started it starts it again.
    else process.exit(1);
  }
}
