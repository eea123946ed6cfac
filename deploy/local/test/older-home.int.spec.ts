// A home of a version that asked nobody for a password: what lies in it must be there after the start of this version.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { services } from '@roundtrip/contracts';
import { clientAccess, createTopics, kafkaAccess, untilLetIn, writeAcls, writeScramUsers } from '@roundtrip/kafka';
import { CompressionTypes, Kafka, logLevel, Partitioners } from 'kafkajs';
import { beginInstalls } from '../src/install/install-servers.js';
import { freePorts, type StackPorts } from '../src/ports.js';
import { accepts } from '../src/servers/ready-checks.js';
import { startServers } from '../src/servers/start-servers.js';

jest.setTimeout(300_000);

let home: string;
let ports: StackPorts;
const topic = 'said-before';
// A busy machine takes its time.
const client = { clientId: 'spec', connectionTimeout: 20_000, logLevel: logLevel.NOTHING };
const texts = Array.from({ length: 50 }, (_, n) => `message ${n}`);

/** The configuration as it was. */
const openProperties = (data: string): string => `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${String(ports.kafkaController)}
listeners=BROKER://127.0.0.1:${String(ports.kafka)},CONTROLLER://127.0.0.1:${String(ports.kafkaController)}
advertised.listeners=BROKER://127.0.0.1:${String(ports.kafka)}
listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=BROKER
controller.listener.names=CONTROLLER
log.dirs=${data}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
group.initial.rebalance.delay.ms=0
`;

async function sayBeforePasswords(): Promise<void> {
  const libs = await beginInstalls({ log: () => {} }, { only: ['kafka'], database: 'ferretdb' }).pathOf('kafka');
  const folder = join(home, 'kafka');
  const settings = join(folder, 'server.properties');
  mkdirSync(folder, { recursive: true });
  writeFileSync(settings, openProperties(join(folder, 'data')));
  const java = ['-Xmx256m', '-cp', join(libs, '*')];
  const format = ['kafka.tools.StorageTool', 'format', '-t', 'AAAAAAAAAAAAAAAAAAAAAA', '-c', settings];
  execFileSync('java', [...java, ...format], { stdio: 'ignore' });
  const server: ChildProcess = spawn('java', [...java, 'kafka.Kafka', settings], { stdio: 'ignore' });
  try {
    while (!(await accepts(ports.kafka))) await sleep(100);
    const kafka = new Kafka({ ...client, brokers: [`127.0.0.1:${String(ports.kafka)}`] });
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic, numPartitions: 1 }] });
    await admin.setOffsets({ groupId: 'targets', topic, partitions: [{ partition: 0, offset: '7' }] });
    await admin.disconnect();
    const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    const messages = texts.map((value) => ({ value }));
    await producer.send({ topic, messages, acks: -1, compression: CompressionTypes.None });
    await producer.disconnect();
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'older-'));
  ports = await freePorts();
  await sayBeforePasswords();
});
afterAll(() => rmSync(home, { recursive: true }));

describe('a Kafka that was made before there were passwords', () => {
  it('keeps its messages and positions, asks for a password, and takes users and rights', async () => {
    const servers = await startServers({ home, ports, only: ['kafka'], log: () => {} });
    try {
      const access = kafkaAccess(servers.env);
      await createTopics(access);
      await writeScramUsers(
        access,
        services.map((name) => ({ name, password: `${name}-secret` })),
      );
      expect((await writeAcls(access))?.added).toBeGreaterThan(50);
      await untilLetIn(access, { name: 'targets', password: 'targets-secret' });
      const kafka = new Kafka({ ...client, ...clientAccess(access) });
      const admin = kafka.admin();
      await admin.connect();
      const [positions] = await admin.fetchOffsets({ groupId: 'targets', topics: [topic] });
      expect(positions?.partitions.map(({ offset }) => offset)).toEqual(['7']);
      await admin.disconnect();
      const heard: string[] = [];
      const consumer = kafka.consumer({ groupId: 'spec' });
      await consumer.connect();
      await consumer.subscribe({ topics: [topic], fromBeginning: true });
      await consumer.run({
        eachMessage: async ({ message }) => {
          heard.push(message.value?.toString() ?? '');
        },
      });
      for (const end = Date.now() + 60_000; heard.length < texts.length && Date.now() < end;) await sleep(50);
      await consumer.disconnect();
      expect(heard).toEqual(texts);
      const sasl = { mechanism: 'scram-sha-512', username: 'targets', password: 'targets-secret' } as const;
      const own = new Kafka({ ...client, ...clientAccess({ ...access, sasl }) }).admin();
      await own.connect();
      expect((await own.listTopics()).some((name) => name.startsWith('targets.'))).toBe(true);
      await own.disconnect();
      expect(statSync(join(home, 'kafka/server.properties')).mode & 0o777).toBe(0o600);
    } finally {
      await servers.stop();
    }
  });
});
