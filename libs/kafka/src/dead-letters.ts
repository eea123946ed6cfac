import { allTopics, catalogue, deadLetterTopic, type ServiceName, services } from '@roundtrip/contracts';
import { CompressionTypes, type IHeaders, type Kafka, type KafkaMessage, Partitioners } from 'kafkajs';
import { briefRetry, createKafka } from './create-kafka.js';
import type { KafkaAccess } from './kafka-access.js';
import { headerText } from './message-headers.js';
import { readTopics } from './read-topics.js';

/** A message that a service could not process. */
export interface DeadLetter {
  /** `<service>:<partition>:<offset>`: where it lies. */
  deadLetterId: string;
  service: ServiceName;
  /** The topic that it came from. */
  topic: string;
  setAsideAt: string;
  reasonCode: string;
  reason: string;
  key: Buffer | null;
  value: Buffer | null;
  /** As the message came, without the headers that a dead letter gets. */
  headers: IHeaders;
  /** When it was replayed. */
  replayedAt?: string;
}

/** The headers that a dead letter gets (dead-letter.writer.ts); `replayed-from` is ours. */
const added = new Set([
  'origin-topic',
  'origin-partition',
  'origin-offset',
  'set-aside-at',
  'reason-code',
  'reason',
  'replayed-from',
]);
/** A message with this header marks another one of the same topic as replayed. */
const MARK = 'replayed';

/**
 * Dead letter topics as people handle them. That a letter was replayed is written as a message of the same topic: the topic stays the
 * one place that knows.
 */
export class DeadLetters {
  private readonly kafka: Kafka;

  constructor(access: KafkaAccess) {
    this.kafka = createKafka({ clientId: 'dead-letters', access, retry: briefRetry });
  }

  /** All that lies there at the moment, the oldest of each service first. @throws when no broker answers within some seconds */
  async read(of: readonly ServiceName[] = services): Promise<DeadLetter[]> {
    const letters = new Map<string, DeadLetter>();
    const marks = new Map<string, string>();
    await readTopics(this.kafka, of.map(deadLetterTopic), ({ topic, partition, message }) => {
      const service = of.find((name) => deadLetterTopic(name) === topic);
      if (!service) return;
      const mark = headerText(message.headers, MARK);
      if (mark === undefined)
        letters.set(`${service}:${partition}:${message.offset}`, letterOf(service, partition, message));
      else marks.set(mark, headerText(message.headers, 'replayed-at') ?? '');
    });
    return [...letters.values()]
      .map((letter) => {
        const replayedAt = marks.get(letter.deadLetterId);
        return replayedAt === undefined ? letter : { ...letter, replayedAt };
      })
      .toSorted((a, b) => of.indexOf(a.service) - of.indexOf(b.service) || (a.setAsideAt < b.setAsideAt ? -1 : 1));
  }

  /**
   * Says the message again where it came from, as it was: for whoever reads the topic it is the same event once more. The mark is
   * written after; when that fails the letter stays open, and replaying it again does no harm.
   *
   * @throws Error when the catalogue does not know its topic any more
   */
  async replay(letter: DeadLetter, at: Date): Promise<void> {
    const { topic, service, key, value, deadLetterId } = letter;
    if (!allTopics.includes(topic)) throw new Error(`There is no topic ${topic} any more`);
    const producer = this.kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      retry: briefRetry,
    });
    await producer.connect();
    const send = (to: string, message: { key: Buffer | null; value: Buffer | null; headers: IHeaders }) =>
      producer.send({ topic: to, messages: [message], acks: -1, compression: CompressionTypes.None });
    try {
      await send(topic, { key, value, headers: { ...letter.headers, 'replayed-from': deadLetterId } });
      const mark = { [MARK]: deadLetterId, 'replayed-at': at.toISOString() };
      await send(deadLetterTopic(service), { key: null, value: null, headers: mark });
    } finally {
      await producer.disconnect();
    }
  }
}

function letterOf(
  service: ServiceName,
  partition: number,
  { offset, key, value, headers = {} }: KafkaMessage,
): DeadLetter {
  return {
    deadLetterId: `${service}:${partition}:${offset}`,
    service,
    topic: headerText(headers, 'origin-topic') ?? '',
    setAsideAt: headerText(headers, 'set-aside-at') ?? '',
    reasonCode: headerText(headers, 'reason-code') ?? '',
    reason: headerText(headers, 'reason') ?? '',
    key,
    value,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !added.has(name))),
  };
}

/** Who reads a topic, and so hears what is replayed to it. */
export const readersOf = (topic: string): readonly ServiceName[] =>
  catalogue.find((definition) => definition.topic === topic)?.consumers ?? [];
