// kafkajs 2.2.4 knows SCRAM for signing in, and not the request that makes a user (KIP-554). It is one message, written here in the way of
// kafkajs's own requests; what we know of its insides is named, so that another version says what it lacks.
import { pbkdf2, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { deadLetterTopic, type ServiceName } from '@roundtrip/contracts';
import { briefRetry, createKafka } from './create-kafka.js';
import type { KafkaAccess } from './kafka-access.js';
import { KafkaProblem } from './kafka.errors.js';

interface Encoder {
  writeInt8(value: number): Encoder;
  writeInt32(value: number): Encoder;
  writeUVarIntString(value: string): Encoder;
  writeUVarIntBytes(value?: Buffer): Encoder;
  writeUVarIntArray(values: Encoder[]): Encoder;
}
interface Decoder {
  readInt16(): number;
  readInt32(): number;
  readUVarIntString(): string | null;
  readUVarIntArray<T>(read: (decoder: Decoder) => T): T[] | null;
  readTaggedFields(): void;
}
interface Cluster {
  connect(): Promise<void>;
  refreshMetadata(): Promise<void>;
  disconnect(): Promise<void>;
  findControllerBroker(): Promise<{ connectionPool: { send(request: object): Promise<Outcome[]> } }>;
}
interface Outcome {
  name: string;
  code: number;
  reason: string;
}

const load = createRequire(import.meta.url);
const EncoderOf = load('kafkajs/src/protocol/encoder.js') as new () => Encoder;
const DecoderOf = load('kafkajs/src/protocol/decoder.js') as new (bytes: Buffer) => Decoder;

const apiKey = 51;
const scramSha512 = 2;
const iterations = 8192;
const derive = promisify(pbkdf2);

/**
 * Makes users that sign in by SCRAM-SHA-512, or gives those that are there this password. Safe to repeat; nobody who is signed in notices.
 *
 * @throws KafkaProblem when Kafka refuses one, or keeps no users
 */
export async function writeScramUsers(
  access: KafkaAccess,
  users: readonly { name: string; password: string }[],
): Promise<void> {
  const encoded = await Promise.all(users.map(({ name, password }) => upsertion(name, password)));
  const cluster = clusterOf(createKafka({ clientId: 'create-topics', access, retry: briefRetry }));
  await cluster.connect();
  try {
    await cluster.refreshMetadata();
    const { connectionPool } = await cluster.findControllerBroker();
    const refused = (await connectionPool.send(alterScramCredentials(encoded))).filter(({ code }) => code !== 0);
    if (refused.length > 0) {
      const reasons = refused.map(({ name, code, reason }) => `${name} (${String(code)} ${reason})`);
      throw new KafkaProblem(`Kafka did not take the users ${reasons.join(', ')}`);
    }
  } finally {
    await cluster.disconnect();
  }
}

const patienceMs = 90_000;

/**
 * A broker learns of users and rights a moment after they are written, and after some seconds while it makes the files of new topics.
 *
 * @throws what Kafka says to this user in the end
 */
export async function untilLetIn(access: KafkaAccess, user: { name: ServiceName; password: string }): Promise<void> {
  const sasl = { mechanism: 'scram-sha-512' as const, username: user.name, password: user.password };
  for (const end = Date.now() + patienceMs; ; await sleep(200)) {
    const admin = createKafka({
      clientId: 'create-topics',
      access: { ...access, sasl },
      retry: { ...briefRetry, retries: 0 },
      isQuiet: true,
    }).admin();
    try {
      await admin.connect();
      if ((await admin.listTopics()).includes(deadLetterTopic(user.name))) return;
      if (Date.now() > end) throw new KafkaProblem(`Kafka hides the topics of ${user.name} from its user`);
    } catch (error) {
      if (Date.now() > end) throw error;
    } finally {
      await admin.disconnect();
    }
  }
}

/** Kafka gets what it has to keep, not the password. */
async function upsertion(name: string, password: string): Promise<Encoder> {
  const salt = randomBytes(24);
  const salted = await derive(password, salt, iterations, 64, 'sha512');
  return new EncoderOf()
    .writeUVarIntString(name)
    .writeInt8(scramSha512)
    .writeInt32(iterations)
    .writeUVarIntBytes(salt)
    .writeUVarIntBytes(salted)
    .writeUVarIntBytes();
}

const alterScramCredentials = (upsertions: Encoder[]) => ({
  request: {
    apiKey,
    apiVersion: 0,
    apiName: 'AlterUserScramCredentials',
    encode: async () =>
      new EncoderOf().writeUVarIntBytes().writeUVarIntArray([]).writeUVarIntArray(upsertions).writeUVarIntBytes(),
  },
  response: {
    decode: async (bytes: Buffer): Promise<Outcome[]> => {
      const decoder = new DecoderOf(bytes);
      decoder.readTaggedFields();
      decoder.readInt32();
      const outcomes = decoder.readUVarIntArray((entry) => {
        const outcome = {
          name: entry.readUVarIntString() ?? '',
          code: entry.readInt16(),
          reason: entry.readUVarIntString() ?? '',
        };
        entry.readTaggedFields();
        return outcome;
      });
      return outcomes ?? [];
    },
    parse: async (outcomes: Outcome[]): Promise<Outcome[]> => outcomes,
  },
});

function clusterOf(kafka: object): Cluster {
  const maker = Object.getOwnPropertySymbols(kafka).find(
    ({ description }) => description === 'private:Kafka:createCluster',
  );
  if (maker === undefined) throw new Error('kafkajs has changed: it has no way to a cluster of our own');
  return (kafka as Record<symbol, (options: object) => Cluster>)[maker]!({ metadataMaxAge: 300_000 });
}
