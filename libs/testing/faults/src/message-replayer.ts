import { allTopics, deadLetterTopic, services } from '@roundtrip/contracts';
import { clientAccess, type KafkaAccess, withAdmin } from '@roundtrip/kafka';
import { consumerLag } from '@roundtrip/test-kit/consumer-lag';
import {
  CompressionTypes,
  type Consumer,
  Kafka,
  type KafkaMessage,
  logLevel,
  Partitioners,
  type Producer,
} from 'kafkajs';
import type { Random } from '@roundtrip/demo';

const deadLetterTopics = new Set(services.map(deadLetterTopic));
const topics = allTopics.filter((topic) => !deadLetterTopics.has(topic));
const remembered = 3_000;

type Heard = { topic: string } & Pick<KafkaMessage, 'key' | 'value' | 'headers'>;

/** Hears every message and says some of them once more, byte for byte: twice, late, in another order. Also watches how far the services are. */
export class MessageReplayer {
  private readonly heard: Heard[] = [];

  private constructor(
    private readonly kafka: Kafka,
    private readonly consumer: Consumer,
    private readonly producer: Producer,
  ) {}

  static async start(access: KafkaAccess): Promise<MessageReplayer> {
    const kafka = new Kafka({
      clientId: 'faults',
      ...clientAccess(access),
      logLevel: logLevel.NOTHING,
      retry: { initialRetryTime: 200, maxRetryTime: 1_000, retries: Number.MAX_SAFE_INTEGER },
    });
    const consumer = kafka.consumer({ groupId: `faults-${Date.now()}`, sessionTimeout: 6_000, maxWaitTimeInMs: 500 });
    const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner, retry: { retries: 20 } });
    const replayer = new MessageReplayer(kafka, consumer, producer);
    await producer.connect();
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: false });
    await consumer.run({
      eachMessage: ({ topic, message: { key, value, headers } }) => {
        replayer.heard.push({ topic, key, value, headers });
        if (replayer.heard.length > remembered) replayer.heard.shift();
        return Promise.resolve();
      },
    });
    return replayer;
  }

  /** @returns how many it has said again: fewer than it wanted to when Kafka is away for long */
  async replay(random: Random, atMost: number): Promise<number> {
    const chosen = Array.from({ length: Math.min(atMost, this.heard.length) }, () => random.pick(this.heard));
    let said = 0;
    for (const { topic, key, value, headers } of chosen) {
      const message = { key, value, ...(headers ? { headers } : {}) };
      try {
        await this.producer.send({ topic, messages: [message], acks: -1, compression: CompressionTypes.None });
      } catch {
        return said;
      }
      said += 1;
    }
    return said;
  }

  /** Messages that a service has not dealt with yet, over all services; members of their groups that are missing. */
  async behind(membersOfEach: number): Promise<number> {
    return withAdmin(this.kafka, async (admin) => {
      const { groups } = await admin.describeGroups([...services]);
      const waiting = groups.reduce(
        (sum, { members, state }) => sum + (state === 'Stable' ? Math.abs(membersOfEach - members.length) : 1),
        0,
      );
      return waiting + (await consumerLag(admin));
    });
  }

  /** Messages in all dead letter topics. */
  async deadLetters(): Promise<number> {
    return withAdmin(this.kafka, async (admin) => {
      const ends = await Promise.all([...deadLetterTopics].map((topic) => admin.fetchTopicOffsets(topic)));
      return ends.flat().reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
    });
  }

  async stop(): Promise<void> {
    await Promise.race([this.consumer.disconnect(), new Promise((resolve) => setTimeout(resolve, 3_000))]);
    await this.producer.disconnect();
  }
}
