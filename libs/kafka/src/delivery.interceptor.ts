import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  Logger,
  type NestInterceptor,
} from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { RpcException } from '@nestjs/microservices';
import { beginAbout, errorType, isTracing, SpanKind, type TracedWork } from '@roundtrip/tracing';
import pLimit, { type LimitFunction } from 'p-limit';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { type DeadLetterReason, reasonFor } from './dead-letter.js';
import { DeadLetterWriter } from './dead-letter.writer.js';
import { withTrace } from './delivery.js';
import { type AttemptPolicy, retryDelivery } from './delivery-attempts.js';
import type { DeliveryContext } from './delivery-context.js';
import { KAFKA_SETTINGS, type KafkaSettings, type Outcome } from './kafka.config.js';
import { DependencyAway, describeError, NotAcknowledged, UntrueMessage } from './kafka.errors.js';
import { messaging, readTrace } from './message-headers.js';
import { parseEvent } from './parse-event.js';

/** Every message ends in one of three ways: handled, made a dead letter, or not acknowledged and delivered again. */
@Injectable()
export class DeliveryInterceptor implements NestInterceptor {
  private readonly logger = new Logger(DeliveryInterceptor.name);
  /** One a topic, so that a slow topic cannot starve the others. A message that waits to be tried again takes no place. */
  private readonly limits = new Map<string, LimitFunction>();

  constructor(
    @Inject(KAFKA_SETTINGS) private readonly settings: KafkaSettings,
    private readonly deadLetters: DeadLetterWriter,
    private readonly modules: ModuleRef,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<undefined> {
    const message = context.switchToRpc().getContext<DeliveryContext>();
    const controller = this.modules.get<object>(context.getClass(), { strict: false });
    const handle = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(this.deliver(message, controller, handle));
  }

  private async deliver(
    message: DeliveryContext,
    controller: object,
    handle: () => Promise<unknown>,
  ): Promise<undefined> {
    const startedAt = performance.now();
    const { eventId, correlationId, topic } = message.delivery;
    let outcome: Outcome = 'not-acknowledged';
    const traced = this.delivering(message);
    const work = () =>
      withTrace({ eventId, correlationId }, async (): Promise<Outcome> => {
        const limit = this.limitOf(topic);
        const failed = await retryDelivery(() => limit(handle), this.policy(message, traced));
        if (!failed) return 'handled';
        traced?.failed(errorType(failed.error));
        await this.makeDeadLetter(message, controller, failed.error);
        return 'set-aside';
      });
    try {
      outcome = await (traced ? traced.during(work) : work());
    } catch (error) {
      const reason = error instanceof NotAcknowledged ? error : new NotAcknowledged('Not dealt with', { cause: error });
      // Nest turns any other exception of a handler into a plain object.
      throw new RpcException(reason);
    } finally {
      this.settings.observer.settled?.({ topic, outcome, seconds: (performance.now() - startedAt) / 1000 });
    }
    return undefined;
  }

  /** Undefined where nothing is traced, and for a message that does not say what it is about. */
  private delivering({ payload, delivery }: DeliveryContext): TracedWork | undefined {
    if (!isTracing()) return undefined;
    const { topic, partition, message } = payload;
    const { subject, traceparent } = readTrace(message);
    const attributes = {
      ...messaging(topic, delivery.eventId),
      'messaging.operation.type': 'process',
      'messaging.consumer.group.name': this.settings.groupId,
      'messaging.destination.partition.id': String(partition),
      'messaging.kafka.offset': Number(message.offset),
    };
    return beginAbout(subject, { name: `deliver ${topic}`, kind: SpanKind.CONSUMER, attributes }, traceparent);
  }

  private limitOf(topic: string): LimitFunction {
    const limit = this.limits.get(topic) ?? pLimit(this.settings.concurrency);
    this.limits.set(topic, limit);
    return limit;
  }

  /** Fails closed: when the dead letter topic does not take the message, it is not acknowledged. */
  private async makeDeadLetter(message: DeliveryContext, controller: object, error: unknown): Promise<void> {
    const reason = reasonFor(error);
    this.logger.error({ message: `A message becomes a dead letter: ${reason.detail}`, ...placeOf(message) }, error);
    // Else whoever may write to a topic could end anybody's job.
    if (!(error instanceof UntrueMessage)) await this.callHook(message, controller, reason);
    await this.deadLetters.write(message.payload, reason);
  }

  private async callHook(message: DeliveryContext, controller: object, reason: DeadLetterReason): Promise<void> {
    const { definition, onDeadLetter } = message.event;
    if (!onDeadLetter) return;
    let data: ReturnType<typeof parseEvent>;
    try {
      data = parseEvent(definition, message.payload.message.value);
    } catch {
      // Nobody can say which job an unreadable message belongs to.
      return;
    }
    const failed = await retryDelivery(() => onDeadLetter(controller, data, reason), this.policy(message));
    // A fault of the hook must not block the partition for ever: the dead letter and this line remain.
    if (failed) {
      const what = `onDeadLetter failed: ${describeError(failed.error)}`;
      this.logger.error({ message: what, ...placeOf(message) }, failed.error);
    }
  }

  private policy(message: DeliveryContext, traced?: TracedWork): AttemptPolicy {
    const place = placeOf(message);
    let loggedAt = -Infinity;
    return {
      stopping: message.stopping,
      retryDelaysMs: this.settings.retryDelaysMs,
      awayDelayMs: this.settings.awayDelayMs,
      isAway: (error) => this.isAway(error),
      onRetry: (error, failures) => {
        this.settings.observer.retried?.({ topic: place.topic });
        traced?.happened('try failed', { attempt: failures, 'error.type': errorType(error) });
        this.logger.warn({ message: `Try ${failures} failed: ${describeError(error)}`, ...place }, error);
      },
      onAway: (error, waitedMs) => {
        if (waitedMs - loggedAt < 15_000) return;
        loggedAt = waitedMs;
        this.logger.warn({ message: `Waiting for what is away: ${describeError(error)}`, ...place, waitedMs });
      },
      onBack: (waitedMs) => this.logger.log({ message: 'What was away is back', ...place, waitedMs }),
    };
  }

  /** Also when a handler has wrapped what the driver threw. */
  private isAway(error: unknown): boolean {
    if (error instanceof DependencyAway || this.settings.isAway.some((knows) => knows(error))) return true;
    return error instanceof Error && error.cause !== undefined && this.isAway(error.cause);
  }
}

const placeOf = ({ payload, delivery }: DeliveryContext) => ({
  topic: payload.topic,
  partition: payload.partition,
  offset: payload.message.offset,
  eventId: delivery.eventId,
  correlationId: delivery.correlationId,
});
