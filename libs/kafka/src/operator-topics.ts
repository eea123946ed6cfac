import { setTimeout as sleep } from 'node:timers/promises';
import { type EventData, type EventDefinition, catalogue, type ServiceName } from '@roundtrip/contracts';
import {
  type Admin,
  CompressionTypes,
  type Kafka,
  type KafkaMessage,
  Partitioners,
  type TopicPartitionOffset,
} from 'kafkajs';
import { briefRetry, createKafka } from './create-kafka.js';
import type { KafkaAccess } from './kafka-access.js';
import { KafkaProblem } from './kafka.errors.js';
import { toMessage } from './message-headers.js';
import { readTopics } from './read-topics.js';
import { withAdmin } from './with-admin.js';

const sessionPatienceMs = 90_000;

/** Topics as commands of operators handle them, whatever the services are doing. */
export class OperatorTopics {
  private readonly kafka: Kafka;

  constructor(access: KafkaAccess, clientId: string) {
    this.kafka = createKafka({ clientId, access, retry: briefRetry });
  }

  /**
   * All events of the topics that Kafka still holds, those of each key in their order. What keeps no contract is left out: it has become a
   * dead letter.
   *
   * @throws Error when no broker answers within some seconds
   */
  async read<D extends EventDefinition>(definitions: readonly D[]): Promise<EventData<D>[]> {
    const found: EventData<D>[] = [];
    const byTopic = new Map(definitions.map((definition) => [definition.topic, definition]));
    await readTopics(this.kafka, [...byTopic.keys()], ({ topic, message }) => {
      const definition = byTopic.get(topic);
      const data = definition && parsed(definition, message);
      if (data) found.push(data);
    });
    return found;
  }

  /** Says an event in the name of the service that says it elsewhere. @throws Error when Kafka did not take it */
  async publish<D extends EventDefinition>(definition: D, data: EventData<D>): Promise<void> {
    const producer = this.kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      retry: briefRetry,
    });
    await producer.connect();
    try {
      const messages = [toMessage(definition, data, definition.producer, new Date())];
      await producer.send({ topic: definition.topic, messages, acks: -1, compression: CompressionTypes.None });
    } finally {
      await producer.disconnect();
    }
  }

  /**
   * Moves the place of a service in each of its topics behind all that they hold: what it has not read it will not read.
   *
   * @returns how many messages it had not read, as far as it had read any
   * @throws KafkaProblem when a process of the service runs for longer than a session of one that was killed
   */
  async skipUnread(service: ServiceName): Promise<number> {
    return withAdmin(this.kafka, async (admin) => {
      await this.untilNobodyRuns(admin, service);
      const there = new Set(await admin.listTopics());
      const topics = catalogue
        .filter(({ topic, consumers }) => consumers.includes(service) && there.has(topic))
        .map(({ topic }) => topic);
      const read = await admin.fetchOffsets({ groupId: service, topics, resolveOffsets: false });
      const ends: TopicPartitionOffset[] = [];
      let skipped = 0;
      for (const topic of topics) {
        const placeIn = read.find((one) => one.topic === topic)?.partitions ?? [];
        for (const { partition, high } of await admin.fetchTopicOffsets(topic)) {
          const place = placeIn.find((one) => one.partition === partition)?.offset ?? '-1';
          if (place !== '-1') skipped += Math.max(0, Number(high) - Number(place));
          ends.push({ topic, partition, offset: high });
        }
      }
      await this.moveTo(service, topics, ends);
      return skipped;
    });
  }

  /** All at once, as the one member of the group: `setOffsets` of kafkajs joins it for each topic. */
  private async moveTo(service: ServiceName, topics: string[], places: TopicPartitionOffset[]): Promise<void> {
    const consumer = this.kafka.consumer({ groupId: service, allowAutoTopicCreation: false });
    await consumer.connect();
    try {
      await consumer.subscribe({ topics });
      // Resolves when it has joined; one that is let go of earlier stays in the group.
      await consumer.run({ autoCommit: false, eachBatch: async () => {} });
      await consumer.commitOffsets(places);
    } finally {
      await consumer.disconnect();
    }
  }

  /** Kafka takes a process that was killed for one that runs, until its session is over. */
  private async untilNobodyRuns(admin: Admin, service: ServiceName): Promise<void> {
    for (const end = Date.now() + sessionPatienceMs; ; await sleep(1_000)) {
      const { groups } = await admin.describeGroups([service]);
      if (!groups.some(({ members }) => members.length > 0)) return;
      if (Date.now() > end) throw new KafkaProblem(`${service} is running: stop all services first.`);
    }
  }
}

function parsed<D extends EventDefinition>(definition: D, { value }: KafkaMessage): EventData<D> | undefined {
  try {
    const result = definition.data.safeParse(JSON.parse(value?.toString('utf8') ?? ''));
    return result.success ? (result.data as EventData<D>) : undefined;
  } catch {
    return undefined;
  }
}
