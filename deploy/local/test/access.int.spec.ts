// The stores with credentials and TLS, on real servers: who gets in, and what they may do there.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { allTopics, catalogue, deadLetterTopic, services } from '@roundtrip/contracts';
import { prepareStores } from '@roundtrip/create-topics';
import { connectDatabase, databaseUrl } from '@roundtrip/database';
import { type BucketName, bucketOwners, knockedBucket, ObjectStore } from '@roundtrip/files';
import { clientAccess, kafkaAccess, writeAcls } from '@roundtrip/kafka';
import kafkajs, { Kafka, logLevel } from 'kafkajs';
import { freePorts, type StackPorts } from '../src/ports.js';
import { objectStoreKind } from '../src/servers/object-store-kind.js';
import { stackSecrets } from '../src/secrets.js';
import { type RunningServers, startServers } from '../src/servers/start-servers.js';
import { ownCredentials, userVariables } from '../src/services/service-users.js';
import { startServices } from '../src/services/start-services.js';
import { makeCertificates } from './certificate-authority.js';

jest.setTimeout(300_000);

const ours = ['kafka', 'mongo', 'minio'] as const;
let home: string;
let ports: StackPorts;
let servers: RunningServers;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'access-'));
  ports = await freePorts();
  const certificates = join(home, 'certificates');
  mkdirSync(certificates);
  const tls = makeCertificates(certificates);
  servers = await startServers({ home, ports, only: ours, database: 'ferretdb', tls, log: () => {} });
  const users = userVariables(ours, stackSecrets(home), objectStoreKind(home));
  const prepare = () => prepareStores({ ...servers.env, ...users }, () => {});
  await prepare();
  // As at every start.
  await prepare();
});
afterAll(async () => {
  await servers.stop();
  rmSync(home, { recursive: true });
});

/** Signed in to Kafka with these variables over those of the operator. */
const kafkaOf = (env: Record<string, string> = {}): Kafka =>
  new Kafka({
    clientId: 'spec',
    ...clientAccess(kafkaAccess({ ...servers.env, ...env })),
    logLevel: logLevel.NOTHING,
    // A busy machine takes its time.
    connectionTimeout: 20_000,
    retry: { retries: 1 },
  });
const asService = (name: (typeof services)[number]) => kafkaOf(ownCredentials(name, ours, stackSecrets(home)));

async function topicsSeenBy(kafka: Kafka): Promise<string[]> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    return (await admin.listTopics()).filter((topic) => !topic.startsWith('__')).toSorted();
  } finally {
    await admin.disconnect();
  }
}

async function send(kafka: Kafka, topic: string): Promise<void> {
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  try {
    await producer.connect();
    await producer.send({ topic, messages: [{ value: '{}' }] });
  } finally {
    await producer.disconnect();
  }
}

describe('the stores over TLS', () => {
  it('are reached by services that sign in to Kafka as themselves', async () => {
    const names = ['targets', 'notifications'] as const;
    const env = { ...process.env, ...servers.env, SMTP_URL: 'smtp://127.0.0.1:9' };
    const running = await startServices({ home, ports, env, services: names, usersIn: ours, log: () => {} });
    try {
      for (const { url } of running.workers) expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    } finally {
      await running.stop();
    }
  });

  it.each(['KAFKA_CA_FILE', 'MONGO_CA_FILE', 'S3_CA_FILE'])('are not believed without %s', async (name) => {
    const { [name]: _, ...env } = servers.env;
    const failure: unknown = await prepareStores(env, () => {}).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect((failure as Error).message).toMatch(/certificate|self-signed/);
  });
});

describe('Kafka', () => {
  it('lets nobody in without a user, nor with a wrong password', async () => {
    const { KAFKA_SASL_MECHANISM: _1, KAFKA_SASL_USERNAME: _2, KAFKA_SASL_PASSWORD: _3, ...nobody } = servers.env;
    const anonymous = new Kafka({
      clientId: 'spec',
      ...clientAccess(kafkaAccess(nobody)),
      logLevel: logLevel.NOTHING,
      connectionTimeout: 2_000,
      requestTimeout: 2_000,
      retry: { retries: 0 },
    });
    await expect(topicsSeenBy(anonymous)).rejects.toThrow();
    const wrong = { ...ownCredentials('targets', ours, stackSecrets(home)), KAFKA_SASL_PASSWORD: 'wrong' };
    await expect(topicsSeenBy(kafkaOf(wrong))).rejects.toThrow(/SCRAM.*failed/s);
    await expect(topicsSeenBy(kafkaOf({ KAFKA_SASL_PASSWORD: 'wrong' }))).rejects.toThrow(/PLAIN.*failed/s);
  });

  it.each(services)('shows %s the topics that it says or hears and its dead letters, and no other', async (service) => {
    const own = catalogue
      .filter(({ producer, consumers }) => producer === service || consumers.includes(service))
      .map(({ topic }) => topic);
    expect(own.length).toBeLessThan(catalogue.length);
    expect(await topicsSeenBy(asService(service))).toEqual([...own, deadLetterTopic(service)].toSorted());
  });

  it('takes from a service what it says, and nothing in the name of another', async () => {
    const [own, foreign] = [true, false].map(
      (isOwn) => catalogue.find(({ producer }) => (producer === 'targets') === isOwn)?.topic ?? '',
    ) as [string, string];
    await send(asService('targets'), own);
    await send(asService('targets'), deadLetterTopic('targets'));
    await expect(send(asService('targets'), foreign)).rejects.toThrow(/authoriz/i);
    await expect(send(asService('targets'), deadLetterTopic('gateway'))).rejects.toThrow(/authoriz/i);
  });

  it('lets a service see and move the positions of its own group, and of no other', async () => {
    const admin = asService('targets').admin();
    await admin.connect();
    const topic = catalogue.find(({ consumers }) => consumers.includes('targets'))?.topic ?? '';
    const move = (groupId: string) => admin.setOffsets({ groupId, topic, partitions: [{ partition: 0, offset: '0' }] });
    await move('targets');
    await move('targets.follow.1');
    await expect(move('bulk-update')).rejects.toThrow();
    await admin.disconnect();
  });

  it('has a right taken away that the catalogue does not say any more, and keeps those of others', async () => {
    const access = kafkaAccess(servers.env);
    expect(await writeAcls(access)).toEqual({ added: 0, removed: 0 });
    const admin = kafkaOf().admin();
    await admin.connect();
    const right = (principal: string) => ({
      principal,
      host: '*',
      resourceType: kafkajs.AclResourceTypes.TOPIC,
      resourceName: allTopics[0]!,
      resourcePatternType: kafkajs.ResourcePatternTypes.LITERAL,
      operation: kafkajs.AclOperationTypes.ALTER,
      permissionType: kafkajs.AclPermissionTypes.ALLOW,
    });
    await admin.createAcls({ acl: [right('User:targets'), right('User:somebody')] });
    expect(await writeAcls(access)).toEqual({ added: 0, removed: 1 });
    const { resources } = await admin.describeAcls({
      ...right('User:somebody'),
      resourcePatternType: kafkajs.ResourcePatternTypes.ANY,
    });
    expect(resources.flatMap(({ acls }) => acls.map(({ principal }) => principal))).toEqual(['User:somebody']);
    await admin.disconnect();
  });

  it('keeps its password in files for the owner alone', () => {
    for (const file of ['kafka/server.properties', 'kafka/key.pem', 'secrets.json']) {
      expect([file, statSync(join(home, file)).mode & 0o777]).toEqual([file, 0o600]);
    }
    expect(readFileSync(join(home, 'logs/kafka.log'), 'utf8')).not.toContain(stackSecrets(home).kafkaPassword);
  });
});

describe('the object store', () => {
  it.each(services)('lets %s write its own bucket, read what it needs, and nothing else', async (service) => {
    const { S3_ENDPOINT, S3_REGION, S3_CA_FILE } = servers.env as Record<
      'S3_ENDPOINT' | 'S3_REGION' | 'S3_CA_FILE',
      string
    >;
    const store = (accessKey: string, secretKey: string) =>
      new ObjectStore({ endpoint: S3_ENDPOINT, region: S3_REGION, caFile: S3_CA_FILE, accessKey, secretKey });
    const operator = store(servers.env['S3_ACCESS_KEY'] ?? '', servers.env['S3_SECRET_KEY'] ?? '');
    const { S3_ACCESS_KEY = '', S3_SECRET_KEY = '' } = ownCredentials(service, ours, stackSecrets(home));
    const own = store(S3_ACCESS_KEY, S3_SECRET_KEY);
    // As every service at its start.
    await own.ping();
    for (const [bucket, { writer, readers }] of Object.entries(bucketOwners) as [
      BucketName,
      (typeof bucketOwners)['plans'],
    ][]) {
      await operator.put(bucket, 'there', Buffer.from('text'));
      const may = async (work: () => Promise<unknown>, allowed: boolean): Promise<void> => {
        if (allowed) await work();
        else await expect(work()).rejects.toThrow(/denied/i);
      };
      const reads = writer === service || readers.includes(service);
      await may(async () => (await own.get(bucket, 'there')).resume(), reads);
      if (reads) expect(await own.stat(bucket, 'missing')).toBeUndefined();
      await may(() => own.list(bucket, '').next(), reads);
      await may(() => own.put(bucket, 'new', Readable.from([Buffer.alloc(9 * 1024 * 1024)])), writer === service);
      // SeaweedFS shows it to who may read the bucket, or may ask whether that is there.
      const isShown = objectStoreKind(home) === 'seaweedfs' && (reads || bucket === knockedBucket);
      await may(() => own.dropUnfinished(bucket, new Date()), writer === service || isShown);
      await may(() => own.remove(bucket, 'new'), writer === service);
      await may(() => own.removeAll(bucket, ['there']), writer === service);
    }
    const wrong = store(service, 'wrong-password-of-some-length');
    await expect(wrong.ping()).rejects.toThrow();
  });
});

describe('the database', () => {
  it('lets nobody in without the password', async () => {
    const url = databaseUrl(servers.env);
    const database = await connectDatabase(url);
    await database.ping();
    await database.close();
    await expect(connectDatabase(url.replace(/:\w{40}@/, ':wrong@'))).rejects.toThrow('Authentication failed');
    const anonymous = await connectDatabase(url.replace(/roundtrip:\w{40}@/, ''));
    await expect(anonymous.contacts.findOne({})).rejects.toThrow(/requires authentication/);
    await anonymous.close();
  });
});
