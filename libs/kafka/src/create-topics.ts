import { setTimeout as sleep } from 'node:timers/promises';
import { allTopics } from '@roundtrip/contracts';
import kafkajs, { type Admin } from 'kafkajs';
import { briefRetry, createKafka } from './create-kafka.js';
import type { KafkaAccess } from './kafka-access.js';
import { changesWanted, configOf, type ExistingTopic, replicationFor } from './topics.rules.js';
import { withAdmin } from './with-admin.js';

const { ConfigResourceTypes } = kafkajs;

export interface PreparedTopics {
  /** The names of those that were created. */
  created: string[];
  /** What somebody should change in those that were there: a sentence each. */
  changesWanted: string[];
}

/**
 * Creates the topics of the catalogue that are not there yet, in as many copies as the brokers can keep; what is there stays as it is.
 *
 * @param options.partitions of an ordinary topic, 6 if absent; `chunk-ready`, where the work is, has at least 12
 * @throws when no broker answers within some seconds
 */
export async function createTopics(options: KafkaAccess & { partitions?: number }): Promise<PreparedTopics> {
  const { partitions = 6 } = options;
  return withAdmin(createKafka({ clientId: 'create-topics', access: options, retry: briefRetry }), async (admin) => {
    const { brokers } = await admin.describeCluster();
    const replication = replicationFor(brokers.length);
    const there = new Set(await admin.listTopics());
    const missing = allTopics.filter((topic) => !there.has(topic));
    const existing = await existingTopics(
      admin,
      allTopics.filter((topic) => there.has(topic)),
    );
    if (missing.length > 0) {
      const topics = missing.map((topic) => configOf(topic, partitions, replication));
      // Another process may create them at the same moment: kafkajs takes "already there" for success.
      await admin.createTopics({ topics, waitForLeaders: false, timeout: 30_000 });
      await untilUsable(admin, missing);
    }
    return { created: missing, changesWanted: changesWanted(existing, partitions, replication) };
  });
}

async function existingTopics(admin: Admin, names: string[]): Promise<ExistingTopic[]> {
  if (names.length === 0) return [];
  const [{ topics }, inSync] = await Promise.all([
    admin.fetchTopicMetadata({ topics: names }),
    minInSyncOf(admin, names),
  ]);
  return topics.map(({ name, partitions }) => ({
    topic: name,
    partitions: partitions.length,
    copies: Math.min(...partitions.map(({ replicas }) => replicas.length)),
    inSync: inSync.get(name) ?? 1,
  }));
}

async function minInSyncOf(admin: Admin, names: string[]): Promise<Map<string, number>> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: names.map((name) => ({
      type: ConfigResourceTypes.TOPIC,
      name,
      configNames: ['min.insync.replicas'],
    })),
  });
  return new Map(
    resources.map(({ resourceName, configEntries }) => [resourceName, Number(configEntries[0]?.configValue ?? 1)]),
  );
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
