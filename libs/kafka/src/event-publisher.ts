import { Inject, Injectable } from '@nestjs/common';
import { type EventData, type EventDefinition, subjectOf } from '@roundtrip/contracts';
import { beginAbout, isTracing, SpanKind, type TracedWork } from '@roundtrip/tracing';
import { KAFKA_SETTINGS, type KafkaSettings } from './kafka.config.js';
import { PermanentFailure } from './kafka.errors.js';
import { KafkaProducer } from './kafka-producer.js';
import { messaging, toMessage } from './message-headers.js';
import { describeIssues } from './parse-event.js';

/** Messages of one request to the broker. */
const batchSize = 500;

/** A broker takes 1 MiB at most, headers and framing included. One that is larger would be tried for ever, as if Kafka were away. */
export const maxMessageBytes = 1_000_000;

/** Says what happened. Saying the same thing again, with the same event id, is normal. */
@Injectable()
export class EventPublisher {
  constructor(
    @Inject(KAFKA_SETTINGS) private readonly settings: KafkaSettings,
    private readonly producer: KafkaProducer,
  ) {}

  /**
   * Resolves when Kafka has the event.
   *
   * @throws PermanentFailure when the data is not what the topic promises or too large, or the topic is another service's
   * @throws DependencyAway when Kafka did not take it
   */
  publish<D extends EventDefinition>(definition: D, data: EventData<D>): Promise<void> {
    return this.publishAll(definition, [data]);
  }

  /** As `publish`; order is kept among events of the same key. On an error some may have been published. */
  async publishAll<D extends EventDefinition>(definition: D, datas: readonly EventData<D>[]): Promise<void> {
    const { service, observer } = this.settings;
    if (definition.producer !== service) throw new PermanentFailure(`${service} may not publish ${definition.topic}`);
    const wholes = datas.map((data) => checked(definition, data));
    const traced = wholes.map((data) => publishing(definition, data));
    try {
      const messages = wholes.map((data, at) =>
        toMessage(definition, data, service, new Date(), traced[at]?.traceparent),
      );
      for (const { value } of messages) {
        if (value !== null && Buffer.byteLength(value) > maxMessageBytes) throw tooLarge(definition);
      }
      for (let at = 0; at < messages.length; at += batchSize) {
        const begin = performance.now();
        await this.producer.send(definition.topic, messages.slice(at, at + batchSize));
        observer.published?.({ topic: definition.topic, seconds: (performance.now() - begin) / 1000 });
      }
      for (const one of traced) one?.end();
    } catch (error) {
      for (const one of traced) one?.end(error);
      throw error;
    }
  }
}

/** Undefined where nothing is traced. */
const publishing = <D extends EventDefinition>(definition: D, data: EventData<D>): TracedWork | undefined =>
  isTracing()
    ? beginAbout(subjectOf(data), {
        name: `publish ${definition.topic}`,
        kind: SpanKind.PRODUCER,
        attributes: { ...messaging(definition.topic, definition.id(data)), 'messaging.operation.type': 'send' },
      })
    : undefined;

const tooLarge = ({ topic }: EventDefinition): PermanentFailure =>
  new PermanentFailure(`${topic} cannot be published: the message is larger than ${maxMessageBytes} bytes`, {
    code: 'MESSAGE_TOO_LARGE',
  });

function checked<D extends EventDefinition>(definition: D, data: EventData<D>): EventData<D> {
  const result = definition.data.safeParse(data);
  if (result.success) return result.data as EventData<D>;
  throw new PermanentFailure(`${definition.topic} cannot be published: ${describeIssues(result.error.issues)}`);
}
