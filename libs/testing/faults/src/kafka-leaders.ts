import { setTimeout as sleep } from 'node:timers/promises';
import { allTopics } from '@roundtrip/contracts';
import { clientAccess, type KafkaAccess, withAdmin } from '@roundtrip/kafka';
import { type Admin, Kafka, logLevel } from 'kafkajs';

const patienceMs = 60_000;

interface Partition {
  topic: string;
  partition: number;
  leader: number;
  replicas: number[];
  inSync: number;
}

/** Who leads which partition of our topics, and how that is changed. */
export class KafkaLeaders {
  constructor(private readonly access: KafkaAccess) {}

  /**
   * Takes the broker out of every partition that it leads, so that another one leads there, and brings it back as a follower.
   *
   * @returns how many partitions it led
   * @throws when the brokers have not done so within a minute
   */
  async moveFrom(broker: number): Promise<number> {
    return this.asAdmin(async (admin) => {
      const led = (await partitionsIn(admin)).filter(({ leader }) => leader === broker);
      const others = led.map((one) => ({ ...one, replicas: one.replicas.filter((id) => id !== broker) }));
      await reassign(admin, others);
      await reassign(
        admin,
        others.map((one) => ({ ...one, replicas: [...one.replicas, broker] })),
      );
      return led.length;
    });
  }

  /** Waits until each copy of each partition is as far as its leader: until then no further broker may go. @throws after a minute */
  async untilInSync(): Promise<void> {
    await this.asAdmin((admin) =>
      until(async () => (await partitionsIn(admin)).every(({ inSync, replicas }) => inSync === replicas.length)),
    );
  }

  private asAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const retry = { initialRetryTime: 200, maxRetryTime: 1_000, retries: 30 };
    const kafka = new Kafka({ clientId: 'faults', ...clientAccess(this.access), logLevel: logLevel.NOTHING, retry });
    return withAdmin(kafka, work);
  }
}

async function partitionsIn(admin: Admin): Promise<Partition[]> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [...allTopics] });
  return topics.flatMap(({ name: topic, partitions }) =>
    partitions.map(({ partitionId: partition, leader, replicas, isr }) => ({
      topic,
      partition,
      leader,
      replicas,
      inSync: isr.length,
    })),
  );
}

async function reassign(admin: Admin, wanted: readonly Partition[]): Promise<void> {
  if (wanted.length === 0) return;
  const topics = new Map<string, { partition: number; replicas: number[] }[]>();
  for (const { topic, partition, replicas } of wanted)
    topics.set(topic, [...(topics.get(topic) ?? []), { partition, replicas }]);
  await admin.alterPartitionReassignments({
    topics: [...topics].map(([topic, partitionAssignment]) => ({ topic, partitionAssignment })),
  });
  const sizes = new Map(wanted.map(({ topic, partition, replicas }) => [`${topic}:${partition}`, replicas.length]));
  await until(async () =>
    (await partitionsIn(admin)).every(({ topic, partition, replicas, inSync }) => {
      const size = sizes.get(`${topic}:${partition}`);
      return size === undefined || (replicas.length === size && inSync === size);
    }),
  );
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await isSo().catch(() => false)); await sleep(200)) {
    if (Date.now() > end) throw new Error('Kafka has not become well within a minute');
  }
}
