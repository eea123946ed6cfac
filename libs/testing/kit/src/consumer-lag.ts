import { allTopics, deadLetterTopic, services } from '@roundtrip/contracts';
import type { Admin } from 'kafkajs';

const deadLetterTopics = new Set(services.map(deadLetterTopic));
const topics = allTopics.filter((topic) => !deadLetterTopics.has(topic));

/** Messages that our services have not dealt with yet, over all partitions of which a service has dealt with any. */
export async function consumerLag(admin: Admin): Promise<number> {
  const ends = new Map(
    await Promise.all(topics.map(async (topic) => [topic, await admin.fetchTopicOffsets(topic)] as const)),
  );
  const lags = await Promise.all(
    services.map(async (groupId) => {
      const committed = await admin.fetchOffsets({ groupId, resolveOffsets: false });
      return committed
        .flatMap(({ topic, partitions }) =>
          partitions.map(({ partition, offset }) => {
            const end = ends.get(topic)?.find((one) => one.partition === partition)?.high ?? '0';
            return offset === '-1' ? 0 : Number(end) - Number(offset);
          }),
        )
        .reduce((sum, lag) => sum + lag, 0);
    }),
  );
  return lags.reduce((sum, lag) => sum + lag, 0);
}
