import { applyDecorators, Controller, createParamDecorator, UseInterceptors } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { EventData, EventDefinition } from '@roundtrip/contracts';
import { currentArrival } from './arrival.js';
import type { Delivery } from './delivery.js';
import { DeliveryInterceptor } from './delivery.interceptor.js';
import { markHandler } from './handled-event.js';
import { parseEvent } from './parse-event.js';

const DeliveryParam = createParamDecorator((): Delivery => currentArrival().delivery);

/** A class that handles events. Everything is on the class, since global enhancers do not reach the Kafka side of a hybrid application. */
export const EventsController = (): ClassDecorator =>
  applyDecorators(Controller(), UseInterceptors(DeliveryInterceptor));

type Handler<D extends EventDefinition> = (data: EventData<D>, delivery: Delivery) => Promise<void>;

/** The method gets the event's data, checked by its schema, and the delivery. */
export const On =
  <D extends EventDefinition>(definition: D) =>
  <M extends Handler<D>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<M>): void => {
    if (descriptor.value) markHandler(descriptor.value, definition);
    EventPattern(definition.topic)(target, key, descriptor as PropertyDescriptor);
    Payload({ transform: (value: unknown) => parseEvent(definition, value) })(target, key, 0);
    DeliveryParam()(target, key, 1);
  };
