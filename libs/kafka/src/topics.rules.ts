import { allTopics, chunkReady, deadLetterTopic, services } from '@roundtrip/contracts';
import type { ITopicConfig } from 'kafkajs';

/** What decides how many copies of a topic there are, and how many of them a write waits for. */
export interface Replication {
  copies: number;
  /** So many copies have a message before it counts as written. */
  inSync: number;
}

/** A topic as it is in Kafka. */
export interface ExistingTopic extends Replication {
  topic: string;
  partitions: number;
}

/**
 * Three copies, two of which have each message: one broker may be away, and another be lost, and nothing is. Where there are fewer brokers,
 * as many copies as that.
 */
export function replicationFor(brokers: number): Replication {
  const copies = Math.max(1, Math.min(3, brokers));
  return { copies, inSync: copies > 2 ? 2 : 1 };
}

const deadLetterTopics = new Set(services.map(deadLetterTopic));

/** Partitions of each topic, where an ordinary one has so many; of `chunk-ready`, where the work is, 12 at least. */
const partitionsOf = (topic: string, ordinary: number): number => {
  if (topic === chunkReady.topic) return Math.max(12, ordinary);
  return deadLetterTopics.has(topic) ? 1 : ordinary;
};

export function configOf(topic: string, partitions: number, { copies, inSync }: Replication): ITopicConfig {
  const lettersOfDead = [
    // A message that another topic just took must fit with the reason added.
    { name: 'max.message.bytes', value: String(4 * 1024 * 1024) },
    // People look at these; a week is too short.
    { name: 'retention.ms', value: String(90 * 24 * 3_600_000) },
  ];
  return {
    topic,
    replicationFactor: copies,
    numPartitions: partitionsOf(topic, partitions),
    configEntries: [
      { name: 'min.insync.replicas', value: String(inSync) },
      ...(deadLetterTopics.has(topic) ? lettersOfDead : []),
    ],
  };
}

/**
 * What somebody should change in topics that are there already. Nothing does it by itself: to copy a topic takes disk and network, and the
 * moment for that is the operator's.
 *
 * @returns a sentence for each kind of change, with the topics and what to type
 */
export function changesWanted(there: readonly ExistingTopic[], partitions: number, wanted: Replication): string[] {
  const ours = there.filter(({ topic }) => allTopics.includes(topic));
  const said: string[] = [];
  const few = ours.filter((one) => one.partitions < partitionsOf(one.topic, partitions));
  for (const one of few) {
    const should = String(partitionsOf(one.topic, partitions));
    said.push(
      `${one.topic} has ${String(one.partitions)} of ${should} partitions, and so fewer processes can work on it: kafka-topics.sh --alter --topic ${one.topic} --partitions ${should}`,
    );
  }
  const thin = ours.filter(({ copies }) => copies < wanted.copies);
  if (thin.length > 0) {
    said.push(
      `${names(thin)}: fewer than ${String(wanted.copies)} copies, so that a broker that is lost takes messages with it: kafka-reassign-partitions.sh with ${String(wanted.copies)} replicas for each partition`,
    );
  }
  // To wait for more copies than there are is to wait for ever: only those that have enough, or will have.
  const careless = ours.filter(({ copies, inSync }) => inSync < wanted.inSync && copies >= wanted.copies);
  if (careless.length > 0) {
    said.push(
      `${names(careless)}: a message counts as written with ${String(careless[0]?.inSync)} of ${String(wanted.copies)} copies: kafka-configs.sh --alter --add-config min.insync.replicas=${String(wanted.inSync)} for each of them`,
    );
  }
  return said;
}

const names = (topics: readonly ExistingTopic[]): string => topics.map(({ topic }) => topic).join(', ');
