import { type EventData, type EventDefinition, type ServiceName, subjectOf } from '@roundtrip/contracts';
import type { Attributes } from '@roundtrip/tracing';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import { type Delivery, currentTrace } from './delivery.js';

/** A header as text; of several the first. */
export const headerText = (headers: IHeaders | undefined, name: string): string | undefined => {
  const value = headers?.[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first === null ? undefined : first.toString();
};

/** What the headers say about a message; a message without them gets an id from where it lies. */
export function readDelivery(
  at: { topic: string; partition: number; message: KafkaMessage },
  signal: AbortSignal,
): Delivery {
  const { headers, offset, timestamp } = at.message;
  const eventId = headerText(headers, 'event-id') ?? `${at.topic}:${at.partition}:${offset}`;
  return {
    eventId,
    correlationId: headerText(headers, 'correlation-id') ?? eventId,
    causationId: headerText(headers, 'causation-id') ?? eventId,
    occurredAt: headerText(headers, 'occurred-at') ?? new Date(Number(timestamp)).toISOString(),
    topic: at.topic,
    signal,
  };
}

/** How traces speak of a message. */
export const messaging = (topic: string, eventId: string): Attributes => ({
  'messaging.system': 'kafka',
  'messaging.destination.name': topic,
  'messaging.message.id': eventId,
});

/** What a message is about, and what it came of. A message of before does not say what it is about: its id begins with that. */
export function readTrace(message: KafkaMessage): { subject?: string; traceparent?: string } {
  const subject = headerText(message.headers, 'ce_subject') ?? headerText(message.headers, 'event-id')?.split(':')[0];
  const traceparent = headerText(message.headers, 'traceparent');
  return { ...(subject !== undefined && { subject }), ...(traceparent !== undefined && { traceparent }) };
}

/** An event as a Kafka message, and as a CloudEvent in binary mode; what is being handled at the moment becomes its cause. */
export function toMessage<D extends EventDefinition>(
  definition: D,
  data: EventData<D>,
  producer: ServiceName,
  occurredAt: Date,
  traceparent?: string,
): Message {
  const eventId = definition.id(data);
  const time = occurredAt.toISOString();
  const subject = subjectOf(data);
  const trace = currentTrace();
  return {
    key: definition.key(data),
    value: JSON.stringify(data),
    headers: {
      'event-id': eventId,
      'correlation-id': trace?.correlationId ?? eventId,
      'causation-id': trace?.eventId ?? eventId,
      'occurred-at': time,
      producer,
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: eventId,
      ce_source: `/roundtrip/${producer}`,
      ce_type: `roundtrip.${definition.topic}`,
      ce_time: time,
      ...(subject !== undefined && { ce_subject: subject }),
      ...(traceparent !== undefined && { traceparent }),
    },
  };
}
