import { setTimeout as sleep } from 'node:timers/promises';
import { chunkReady, deadLetterTopic, allTopics, services } from '@roundtrip/contracts';
import type { Admin, ITopicConfig } from 'kafkajs';
import { briefRetry, createKafka } from './create-kafka.js';
import type { KafkaAccess } from './kafka-access.js';

const deadLetterTopics = new Set(services.map(deadLetterTopic));

/**
 * Creates the topics of the catalogue that are not there yet; what is there stays as it is.
 *
 * @param options.partitions of an ordinary topic, 6 if absent; `chunk-ready`, where the work is, has at least 12
 * @returns the names of those that were created
 * @throws when no broker answers within some seconds
 */
export async function createTopics(
  options: KafkaAccess & { partitions?: number; replicationFactor?: number },
): Promise<string[]> {
  const { partitions = 6, replicationFactor = 1 } = options;
  const admin = createKafka({ clientId: 'create-topics', access: options, retry: briefRetry }).admin();
  await admin.connect();
  try {
    const there = new Set(await admin.listTopics());
    const missing = allTopics.filter((topic) => !there.has(topic));
    if (missing.length === 0) return [];
    const topics = missing.map((topic) => configOf(topic, partitions, replicationFactor));
    // Another process may create them at the same moment: kafkajs takes "already there" for success.
    await admin.createTopics({ topics, waitForLeaders: false, timeout: 30_000 });
    await untilUsable(admin, missing);
    return missing;
  } finally {
    await admin.disconnect();
  }
}

/** A broker may not know for a moment what the controller has just created; kafkajs's own waiting takes that for an error. */
async function untilUsable(admin: Admin, topics: string[]): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      const metadata = await admin.fetchTopicMetadata({ topics });
      const partitions = metadata.topics.flatMap((topic) => topic.partitions);
      if (metadata.topics.length === topics.length && partitions.every(({ leader }) => leader >= 0)) return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    if (Date.now() > end) throw new Error(`Kafka has no leaders for ${topics.join(', ')} after 30 seconds`);
    await sleep(100);
  }
}

function configOf(topic: string, partitions: number, replicationFactor: number): ITopicConfig {
  if (topic === chunkReady.topic) return { topic, replicationFactor, numPartitions: Math.max(12, partitions) };
  if (!deadLetterTopics.has(topic)) return { topic, replicationFactor, numPartitions: partitions };
  return {
    topic,
    replicationFactor,
    numPartitions: 1,
    configEntries: [
      // A message that another topic just took must fit with the reason added.
      { name: 'max.message.bytes', value: String(4 * 1024 * 1024) },
      // People look at these; a week is too short.
      { name: 'retention.ms', value: String(90 * 24 * 3_600_000) },
    ],
  };
}
