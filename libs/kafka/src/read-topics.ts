import { randomUUID } from 'node:crypto';
import type { EachMessagePayload, Kafka } from 'kafkajs';
import { withAdmin } from './with-admin.js';

/** Kafka gives nothing for so long. */
const silenceMs = 30_000;

/**
 * Reads all that topics hold at the moment, each partition in its order; topics that are not there hold nothing. Nobody's place in them is
 * moved.
 *
 * @throws Error when no broker answers within some seconds, or Kafka does not go on
 */
export async function readTopics(
  kafka: Kafka,
  topics: readonly string[],
  take: (found: Pick<EachMessagePayload, 'topic' | 'partition' | 'message'>) => void,
): Promise<void> {
  const ends = await endsOf(kafka, topics);
  if (ends.size === 0) return;
  const open = new Set(ends.keys());
  const groupId = `reader.${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 200, allowAutoTopicCreation: false });
  await consumer.connect();
  let timer: NodeJS.Timeout | undefined;
  try {
    await consumer.subscribe({ topics: [...new Set([...open].map(topicOf))], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('Kafka did not give all messages in time')), silenceMs);
      const eachMessage = async ({ topic, partition, message }: EachMessagePayload): Promise<void> => {
        timer?.refresh();
        const key = `${topic}:${partition}`;
        const end = ends.get(key) ?? 0n;
        if (BigInt(message.offset) < end) take({ topic, partition, message });
        if (BigInt(message.offset) + 1n >= end) open.delete(key);
        if (open.size === 0) resolve();
      };
      consumer.on(consumer.events.CRASH, ({ payload: { error } }) => reject(error));
      consumer.run({ autoCommit: false, eachMessage }).catch(reject);
    });
  } finally {
    clearTimeout(timer);
    await consumer.disconnect();
    await forgetGroup(kafka, groupId);
  }
}

const topicOf = (key: string): string => key.slice(0, key.lastIndexOf(':'));

/** Where each partition ends that holds anything. */
async function endsOf(kafka: Kafka, topics: readonly string[]): Promise<Map<string, bigint>> {
  return withAdmin(kafka, async (admin) => {
    const there = new Set(await admin.listTopics());
    const ends = new Map<string, bigint>();
    for (const topic of topics.filter((name) => there.has(name))) {
      for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
        if (BigInt(high) > BigInt(low)) ends.set(`${topic}:${partition}`, BigInt(high));
      }
    }
    return ends;
  });
}

async function forgetGroup(kafka: Kafka, groupId: string): Promise<void> {
  try {
    await withAdmin(kafka, (admin) => admin.deleteGroups([groupId]));
  } catch {
    // An empty group without offsets is forgotten by the broker itself.
  }
}
