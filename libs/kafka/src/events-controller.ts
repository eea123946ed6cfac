import {
  applyDecorators,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  UseInterceptors,
} from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { EventData, EventDefinition } from '@roundtrip/contracts';
import type { DeadLetterHook, JobMessage, OnOptions } from './dead-letter.js';
import type { Delivery } from './delivery.js';
import type { DeliveryContext, HandledEvent } from './delivery-context.js';
import { DeliveryInterceptor } from './delivery.interceptor.js';
import { parseEvent } from './parse-event.js';

const DeliveryParam = createParamDecorator(
  (_: unknown, context: ExecutionContext): Delivery => context.switchToRpc().getContext<DeliveryContext>().delivery,
);

/** A class that handles events. Everything is on the class, since global enhancers do not reach the Kafka side of a hybrid application. */
export const EventsController = (): ClassDecorator =>
  applyDecorators(Controller(), UseInterceptors(DeliveryInterceptor));

type Handler<D extends EventDefinition> = (data: EventData<D>, delivery: Delivery) => Promise<void>;
type HandlerDecorator<C extends object, D extends EventDefinition> = <M extends Handler<D>>(
  target: C,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<M>,
) => void;
type NamesNoJob<D extends EventDefinition> =
  EventData<D> extends JobMessage ? 'What becomes of the job? Say it with onDeadLetter' : unknown;

/**
 * The method gets the event's data, checked by its schema, and the delivery. A handler of a message that names a job does not compile
 * without saying what becomes of the job when the message becomes a dead letter.
 */
export function On<D extends EventDefinition>(definition: D & NamesNoJob<D>): HandlerDecorator<object, D>;
export function On<D extends EventDefinition, C extends object>(
  definition: D,
  options: OnOptions<C, D>,
): HandlerDecorator<C, D>;
export function On<D extends EventDefinition, C extends object>(
  definition: D,
  options?: OnOptions<C, D>,
): HandlerDecorator<C, D> {
  const hook = options?.onDeadLetter;
  // The hook gets only its own controller, and data of its own event.
  const onDeadLetter = typeof hook === 'function' && (hook as DeadLetterHook<object, EventDefinition>);
  const event: HandledEvent = { definition, ...(onDeadLetter && { onDeadLetter }) };
  return (target, key, descriptor) => {
    EventPattern(definition.topic, { event })(target, key, descriptor as PropertyDescriptor);
    Payload({ transform: (value: unknown) => parseEvent(definition, value) })(target, key, 0);
    DeliveryParam()(target, key, 1);
  };
}
