import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { targetDeleteRequested, templateRequested } from '@roundtrip/contracts';
import { createTopics, EventPublisher, kafkaAccess, KafkaModule } from '@roundtrip/kafka';

Logger.overrideLogger(false);

const access = kafkaAccess(process.env);

interface Message {
  ready?: true;
  begun?: string;
  done?: string;
}

/** A service in a process of its own. */
class Running {
  readonly messages: Message[] = [];
  stdout = '';
  stderr = '';
  exitCode: number | null | undefined;
  constructor(
    readonly child: ChildProcess,
    readonly port: number,
    readonly metricsPort: number,
  ) {
    child.on('message', (message: Message) => this.messages.push(message));
    child.stdout?.on('data', (text: Buffer) => (this.stdout += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (this.stderr += text.toString()));
    child.on('exit', (code) => (this.exitCode = code));
  }

  async said(what: keyof Message): Promise<void> {
    while (!this.messages.some((message) => what in message)) {
      if (this.exitCode !== undefined) throw new Error(`It ended with ${this.exitCode}: ${this.stdout}${this.stderr}`);
      await wait(20);
    }
  }

  /** Its HTTP side says so too: on a busy machine a store may take longer at first than a service waits for it. */
  async becomesReady(): Promise<void> {
    await this.said('ready');
    while (!(await this.watch('/health/ready')).ok) await wait(100);
  }

  async ended(): Promise<number | null> {
    while (this.exitCode === undefined) await wait(20);
    return this.exitCode;
  }

  /** As everybody can who reaches the service. */
  get(path: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`);
  }

  /** As who watches it. */
  watch(path: string, host = '127.0.0.1'): Promise<Response> {
    return fetch(`http://${host}:${this.metricsPort}${path}`);
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const children: ChildProcess[] = [];
afterEach(async () => {
  // A member that says goodbye keeps the group waiting for nothing.
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}, 30_000);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function start(env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const port = Number(env['HTTP_PORT'] ?? (await freePort()));
  const metricsPort = Number(env['METRICS_PORT'] ?? (await freePort()));
  const url = new URL(process.env['MONGO_URL'] ?? '');
  url.pathname = '/spec';
  const child = fork(join(import.meta.dirname, 'small-service.mjs'), {
    env: {
      ...process.env,
      NODE_ENV: '',
      MONGO_URL: url.href,
      HTTP_PORT: String(port),
      HTTP_HOST: '127.0.0.1',
      METRICS_PORT: String(metricsPort),
      ...env,
    },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  return new Running(child, port, metricsPort);
}

async function requestDelete(targetId: string): Promise<void> {
  const gateway = await NestFactory.createApplicationContext(KafkaModule.forRoot({ service: 'gateway', ...access }), {
    logger: false,
  });
  const requestedAt = '2026-03-02T08:15:30.250Z';
  const requestedBy = { keyId: 'key_1', name: 'spec', role: 'editor' as const };
  const request = { requestId: `req_${randomUUID()}`, institution: 'spec', requestedBy, requestedAt };
  await gateway.get(EventPublisher).publish(targetDeleteRequested, { ...request, targetId });
  await gateway.close();
}

/** Stands between the service and a server, and can be cut. */
async function startProxy(host: string, port: number) {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, host);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => [client, upstream].forEach((other) => other.destroy()));
    }
    client.pipe(upstream).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port: (server.address() as AddressInfo).port, cut };
}

describe('a service process', () => {
  it('becomes ready, tells its health and metrics, finishes its message at SIGTERM and ends with 0', async () => {
    await createTopics(access);
    const targetId = `tgt_${randomUUID()}`;
    const service = await start({ MINE: targetId });
    await service.becomesReady();
    expect(await (await service.watch('/health/live')).json()).toEqual({ live: true });
    const ready = await service.watch('/health/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ ready: true, checks: { database: 'up', objectStore: 'up', consumer: 'up' } });
    expect(await (await service.get('/hello')).text()).toBe('hello');

    await requestDelete(targetId);
    await service.said('begun');
    service.child.kill('SIGTERM');
    expect(await service.ended()).toBe(0);
    expect(service.messages).toContainEqual({ done: targetId });

    const records = service.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records.map(({ message }) => message)).toEqual(expect.arrayContaining(['Ready', 'Stopping', 'Stopped']));
    for (const record of records)
      expect(record).toMatchObject({ time: expect.any(String), level: expect.any(String), service: 'targets' });
    expect(service.stderr).toBe('');

    // What was finished was committed: the next process does not get it again.
    const next = await start({ MINE: targetId });
    await next.said('ready');
    const other = `tgt_${randomUUID()}`;
    await requestDelete(other);
    await wait(1_500);
    expect(next.messages).toEqual([{ ready: true }]);
    const metrics = await (await next.watch('/metrics')).text();
    const { topic } = targetDeleteRequested;
    expect(metrics).toContain(`roundtrip_events_total{topic="${topic}",outcome="handled",service="targets"} `);
    expect(metrics).toContain(`roundtrip_event_seconds_count{service="targets",topic="${topic}"} `);
    expect(metrics).toMatch(/roundtrip_lines_total\{outcome="applied",service="targets"\} \d+/);
    expect(metrics).toContain('process_resident_memory_bytes{service="targets"}');
    expect(metrics).toContain('roundtrip_dependency_up{dependency="database",service="targets"} 1');
    expect(metrics).toMatch(/roundtrip_round_trip_seconds\{dependency="objectStore",service="targets"\} 0\.\d/);
    // Before there is any: else the first would be no growth.
    expect(metrics).toContain(`roundtrip_dead_letters_total{topic="${topic}",service="targets"} 0`);
  }, 60_000);

  it('tells everybody whether it is ready, and only those who watch it why, and its metrics', async () => {
    const service = await start();
    await service.becomesReady();
    const told = async (answer: Promise<Response>) => [(await answer).status, await (await answer).json()];
    expect(await told(service.get('/health/live'))).toEqual([200, { live: true }]);
    expect(await told(service.get('/health/ready'))).toEqual([200, { ready: true }]);
    expect((await service.get('/metrics')).status).toBe(404);
    expect((await service.watch('/hello')).status).toBe(404);
    expect((await service.watch('/metrics?x=1')).headers.get('content-type')).toMatch(/^text\/plain/);
    // Another address of this machine stands for those of the network.
    await expect(service.watch('/metrics', '127.0.0.2')).rejects.toThrow('fetch failed');
  }, 60_000);

  it('listens nowhere else when it has no interface of its own', async () => {
    const service = await start({ WITHOUT_INTERFACE: 'yes' });
    await service.becomesReady();
    expect((await service.watch('/health/ready')).status).toBe(200);
    await expect(service.get('/health/live')).rejects.toThrow('fetch failed');
    service.child.kill('SIGTERM');
    expect(await service.ended()).toBe(0);
  }, 60_000);

  it('says which store is away with 503, and stays alive', async () => {
    const mongo = new URL(process.env['MONGO_URL'] ?? '');
    const proxy = await startProxy(mongo.hostname, Number(mongo.port));
    mongo.host = `127.0.0.1:${proxy.port}`;
    mongo.pathname = '/spec';
    const service = await start({ MONGO_URL: mongo.href });
    await service.becomesReady();
    expect((await service.get('/health/ready')).status).toBe(200);
    proxy.cut();
    await wait(1_500);
    const bare = await service.get('/health/ready');
    expect([bare.status, await bare.json()]).toEqual([503, { ready: false }]);
    const ready = await service.watch('/health/ready');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      ready: false,
      checks: { database: 'away', objectStore: 'up', consumer: 'up' },
    });
    const metrics = await (await service.watch('/metrics')).text();
    expect(metrics).toContain('roundtrip_dependency_up{dependency="database",service="targets"} 0');
    expect((await service.get('/health/live')).status).toBe(200);
  }, 60_000);

  it('does not start with bad variables: one line for each, exit code 1, no secret shown', async () => {
    const service = await start({ MONGO_URL: 'mysql://root:hunter2@db/x', KAFKA_SESSION_TIMEOUT_MS: 'long' });
    expect(await service.ended()).toBe(1);
    expect(service.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(
        /^targets cannot start\. MONGO_URL .*: must be a MongoDB address.*, for example MONGO_URL=/,
      ),
      expect.stringMatching(/^targets cannot start\. KAFKA_SESSION_TIMEOUT_MS .*: must be a number, for example/),
    ]);
    expect(service.stderr).not.toContain('hunter2');
  });

  it.each([
    ['Kafka is away', { KAFKA_BROKERS: '127.0.0.1:1' }, 'Kafka at 127.0.0.1:1 does not answer'],
    ['the object store refuses it', { S3_SECRET_KEY: 'not the secret' }, 'refuses us'],
    [
      'it has no handler for a topic',
      { LACKS: templateRequested.topic },
      `targets has no handler for ${templateRequested.topic}`,
    ],
  ])(
    'says in one sentence when %s, and ends with 1',
    async (_name, env, sentence) => {
      const service = await start(env);
      expect(await service.ended()).toBe(1);
      const errors = service.stdout.split('\n').filter((line) => line.includes('"level":"error"'));
      expect(errors).toHaveLength(1);
      expect(errors[0]).toContain(`Cannot start. `);
      expect(errors[0]).toContain(sentence);
    },
    60_000,
  );

  it('says when its port is taken, and ends with 1', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    for (const variable of ['HTTP_PORT', 'METRICS_PORT']) {
      const service = await start({ [variable]: String(port) });
      expect(await service.ended()).toBe(1);
      expect(service.stdout).toContain(`Port ${port} is taken: stop what listens there or set ${variable}.`);
    }
    taken.close();
  }, 60_000);

  it('ends with 1 on a fault that nobody caught, and does not log its text', async () => {
    const service = await start();
    await service.said('ready');
    service.child.send('reject');
    expect(await service.ended()).toBe(1);
    expect(service.stdout).toContain('TypeError');
    expect(service.stdout).not.toContain('anna');
  }, 60_000);
});
