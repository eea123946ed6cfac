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
import { from, lastValueFrom, type Observable } from 'rxjs';
import { type Arrival, currentArrival } from './arrival.js';
import { type DeadLetterReason, reasonFor } from './dead-letter.js';
import { DeadLetterWriter } from './dead-letter.writer.js';
import { withTrace } from './delivery.js';
import { type AttemptPolicy, untilSettled } from './delivery-attempts.js';
import { DeliverySlots } from './delivery-slots.js';
import { type HandledEvent, handledBy } from './handled-event.js';
import { KAFKA_SETTINGS, kafkaDefaults, type KafkaSettings, type Outcome } from './kafka.config.js';
import { DependencyAway, describeError, NotAcknowledged, UntrueMessage } from './kafka.errors.js';
import { parseEvent } from './parse-event.js';

/** Every message ends in one of three ways: handled, made a dead letter, or not acknowledged and delivered again. */
@Injectable()
export class DeliveryInterceptor implements NestInterceptor {
  private readonly logger = new Logger(DeliveryInterceptor.name);

  constructor(
    @Inject(KAFKA_SETTINGS) private readonly settings: KafkaSettings,
    private readonly slots: DeliverySlots,
    private readonly deadLetters: DeadLetterWriter,
    private readonly modules: ModuleRef,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<undefined> {
    const arrival = currentArrival();
    const event = handledBy(context.getHandler());
    if (!event) throw new Error(`${context.getHandler().name} is not decorated with On(…)`);
    const controller = this.modules.get<object>(context.getClass(), { strict: false });
    return from(
      this.deliver(arrival, event, controller, () => lastValueFrom(next.handle(), { defaultValue: undefined })),
    );
  }

  private async deliver(
    arrival: Arrival,
    event: HandledEvent,
    controller: object,
    handle: () => Promise<unknown>,
  ): Promise<undefined> {
    const startedAt = performance.now();
    const { eventId, correlationId, topic } = arrival.delivery;
    let outcome: Outcome = 'not-acknowledged';
    try {
      outcome = await withTrace({ eventId, correlationId }, async () => {
        const failed = await untilSettled(() => this.slots.run(topic, handle), this.policy(arrival));
        if (!failed) return 'handled';
        await this.makeDeadLetter(arrival, event, controller, failed.error);
        return 'set-aside';
      });
    } catch (error) {
      const reason = error instanceof NotAcknowledged ? error : new NotAcknowledged('Not dealt with', { cause: error });
      // Nest turns any other exception of a handler into a plain object.
      throw new RpcException(reason);
    } finally {
      this.settings.observer?.settled?.({ topic, outcome, seconds: (performance.now() - startedAt) / 1000 });
    }
    return undefined;
  }

  /** Fails closed: when the dead letter topic does not take the message, it is not acknowledged. */
  private async makeDeadLetter(
    arrival: Arrival,
    event: HandledEvent,
    controller: object,
    error: unknown,
  ): Promise<void> {
    const reason = reasonFor(error);
    this.logger.error({
      message: `A message becomes a dead letter: ${reason.detail}`,
      ...this.ids(arrival),
      stack: stackOf(error),
    });
    // Else whoever may write to a topic could end anybody's job.
    if (!(error instanceof UntrueMessage)) await this.callHook(arrival, event, controller, reason);
    await this.deadLetters.write(arrival.payload, reason);
  }

  private async callHook(
    arrival: Arrival,
    { definition, onDeadLetter }: HandledEvent,
    controller: object,
    reason: DeadLetterReason,
  ): Promise<void> {
    if (!onDeadLetter) return;
    let data: ReturnType<typeof parseEvent>;
    try {
      data = parseEvent(definition, arrival.payload.message.value);
    } catch {
      // Nobody can say which job an unreadable message belongs to.
      return;
    }
    const failed = await untilSettled(() => onDeadLetter(controller, data, reason), this.policy(arrival));
    // A fault of the hook must not block the partition for ever: the dead letter and this line remain.
    if (failed) {
      this.logger.error({
        message: `onDeadLetter failed: ${describeError(failed.error)}`,
        ...this.ids(arrival),
        stack: stackOf(failed.error),
      });
    }
  }

  private policy(arrival: Arrival): AttemptPolicy {
    const ids = this.ids(arrival);
    let saidAt = -Infinity;
    return {
      stopping: arrival.stopping,
      retryDelaysMs: this.settings.retryDelaysMs ?? kafkaDefaults.retryDelaysMs,
      awayDelayMs: this.settings.awayDelayMs ?? kafkaDefaults.awayDelayMs,
      isAway: (error) => this.isAway(error),
      onRetry: (error, failures) => {
        this.settings.observer?.retried?.({ topic: ids.topic });
        this.logger.warn({ message: `Try ${failures} failed: ${describeError(error)}`, ...ids, stack: stackOf(error) });
      },
      onAway: (error, waitedMs) => {
        if (waitedMs - saidAt < 15_000) return;
        saidAt = waitedMs;
        this.logger.warn({ message: `Waiting for what is away: ${describeError(error)}`, ...ids, waitedMs });
      },
      onBack: (waitedMs) => this.logger.log({ message: 'What was away is back', ...ids, waitedMs }),
    };
  }

  /** Also when a handler has wrapped what the driver threw. */
  private isAway(error: unknown): boolean {
    if (error instanceof DependencyAway || this.settings.isAway?.some((says) => says(error))) return true;
    return error instanceof Error && error.cause !== undefined && this.isAway(error.cause);
  }

  private ids({ payload, delivery }: Arrival) {
    return {
      topic: payload.topic,
      partition: payload.partition,
      offset: payload.message.offset,
      eventId: delivery.eventId,
      correlationId: delivery.correlationId,
    };
  }
}

/** Where it happened, without the error's text, which may quote data. */
const stackOf = (error: unknown): string | undefined =>
  error instanceof Error
    ? error.stack
        ?.split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 6)
        .join('\n')
    : undefined;
