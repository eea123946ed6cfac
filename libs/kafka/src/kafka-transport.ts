import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type CustomTransportStrategy, type MessageHandler, Server, Transport } from '@nestjs/microservices';
import { deadLetterTopic } from '@roundtrip/contracts';
import type { Consumer, EachMessagePayload } from 'kafkajs';
import { isObservable, lastValueFrom } from 'rxjs';
import { ConsumerHealth } from './consumer-health.js';
import { ConsumerLoop } from './consumer-loop.js';
import { briefRetry, createKafka, fetchWaitMs, patientRetry } from './create-kafka.js';
import { DeliveryContext, type HandledEvent } from './delivery-context.js';
import { KAFKA_SETTINGS, type KafkaSettings } from './kafka.config.js';
import { KafkaProblem, NotAcknowledged } from './kafka.errors.js';
import { readDelivery } from './message-headers.js';
import { TopicFollower } from './topic-follower.js';
import { unhandledTopics } from './unhandled-topics.rules.js';
import { withAdmin } from './with-admin.js';

const never = new AbortController().signal;

/** Between our loop under kafkajs (see ConsumerLoop) and Nest, which knows the handlers. */
@Injectable()
export class KafkaTransport extends Server implements CustomTransportStrategy {
  override transportId = Transport.KAFKA;
  /** What a handler throws comes here, and Nest need not log it. */
  override readonly propagatesEventHandlerErrors = true;
  protected override readonly logger = new Logger(KafkaTransport.name);
  private consumer: Consumer | undefined;
  private loop: ConsumerLoop | undefined;

  constructor(
    @Inject(KAFKA_SETTINGS) private readonly settings: KafkaSettings,
    private readonly health: ConsumerHealth,
    private readonly follower: TopicFollower,
  ) {
    super();
  }

  /** Nest would chain two handlers of one topic and retry them together. */
  override addHandler(
    topic: string,
    handler: MessageHandler,
    isEvent?: boolean,
    extras?: Record<string, unknown>,
  ): void {
    if (this.messageHandlers.has(topic)) {
      throw new Error(`${this.settings.service} has two handlers for ${topic}: there may be one`);
    }
    super.addHandler(topic, handler, isEvent, extras);
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      this.checkHandlers();
      await this.consume();
      callback();
    } catch (error) {
      callback(error);
    }
  }

  async close(): Promise<void> {
    await this.loop?.stop();
    // A consumer with endless retries cannot leave the group while no broker can be reached.
    if (this.consumer) await Promise.race([this.consumer.disconnect(), sleep(5_000, undefined, { ref: false })]);
    this.consumer = undefined;
  }

  /** @throws NotAcknowledged, and nothing else: kafkajs stops for good on a raw TypeError */
  async handleMessage(
    payload: EachMessagePayload,
    { signal, stopping }: { signal: AbortSignal; stopping: AbortSignal } = { signal: never, stopping: never },
  ): Promise<void> {
    try {
      const handler = this.messageHandlers.get(payload.topic);
      if (!handler) throw new Error(`${this.settings.service} has no handler for ${payload.topic}`);
      const event = handler.extras?.['event'] as HandledEvent;
      const context = new DeliveryContext([payload, readDelivery(payload, signal), event, stopping]);
      const result: unknown = await handler(payload.message.value, context);
      if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
    } catch (error) {
      if (error instanceof NotAcknowledged) throw error;
      throw new NotAcknowledged(`A message of ${payload.topic} was not dealt with`, { cause: error });
    }
  }

  /** kafkajs's consumer, for whoever watches it. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the signature is Nest's
  unwrap<T = Consumer | undefined>(): T {
    return this.consumer as T;
  }

  on(event: string): never {
    throw new Error(`KafkaTransport has no event ${event}: follow ConsumerHealth`);
  }

  protected async consume(): Promise<void> {
    const { service, groupId, sessionTimeoutMs: sessionTimeout } = this.settings;
    const consumer = createKafka({ clientId: service, access: this.settings, retry: patientRetry }).consumer({
      groupId,
      sessionTimeout,
      heartbeatInterval: Math.min(3_000, sessionTimeout / 5),
      maxWaitTimeInMs: Math.min(fetchWaitMs, sessionTimeout / 5),
      allowAutoTopicCreation: false,
      retry: patientRetry,
    });
    this.consumer = consumer;
    this.loop = this.createLoop(consumer);
    await this.checkTopics();
    await consumer.connect();
    await this.run(consumer, this.loop);
  }

  private createLoop(consumer: Consumer): ConsumerLoop {
    const { sessionTimeoutMs, stopGraceMs } = this.settings;
    return new ConsumerLoop({
      consumer,
      health: this.health,
      handle: (payload, signals) => this.handleMessage(payload, signals),
      sessionTimeoutMs,
      redeliveryDelayMs: 1_000,
      stopGraceMs,
      onCrash: (error) => this.crashed(error),
    });
  }

  /** @throws KafkaProblem when messages of a topic would be lost, because nobody has written a handler for it */
  private checkHandlers(): void {
    const { service, catalogue } = this.settings;
    const isRead = (topic: string) => this.messageHandlers.has(topic) || this.follower.follows(topic);
    const unhandled = unhandledTopics(service, catalogue, isRead);
    if (unhandled.length > 0) throw new KafkaProblem(`${service} has no handler for ${unhandled.join(', ')}`);
  }

  /** kafkajs would name the server that lacks a topic, not the topic; and without its dead letter topic a service would block. */
  private async checkTopics(): Promise<void> {
    const { service } = this.settings;
    const kafka = createKafka({ clientId: service, access: this.settings, retry: briefRetry });
    const existing = new Set(await withAdmin(kafka, (admin) => admin.listTopics()));
    const missing = [...this.messageHandlers.keys(), deadLetterTopic(service)].filter((topic) => !existing.has(topic));
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
    this.settings.onCrash(error);
  }
}
