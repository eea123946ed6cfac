import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectDatabase, type WholeDatabase } from '@roundtrip/database';
import { kafkaAccess } from '@roundtrip/kafka';
import { freePorts, type RunningStack, startStack } from '@roundtrip/local-stack';
import { FaultySmtpServer } from './faulty-smtp.server.js';
import { KafkaLeaders } from './kafka-leaders.js';
import { MessageReplayer } from './message-replayer.js';
import { plantedService, plantHook, plantOf } from './plants.js';
import { refusedMailbox } from './scenario.js';
import { sessionTimeoutMs, workersOfEach } from './schedule.js';

/** The whole product, two processes of each service, with a mail server that can misbehave. Started once for many runs. */
export interface FaultStack {
  running: RunningStack;
  home: string;
  database: WholeDatabase;
  smtp: FaultySmtpServer;
  replayer: MessageReplayer;
  leaders: KafkaLeaders;
  /** Where the product answers: all gateways, or what stands before those of a cluster. */
  urls: string[];
  /** Puts a known fault into the product: the services start anew with it. Only on a stack that was started as `plantable`. */
  plant(name: string): Promise<void>;
  /** Waits until every process is ready and everything that was said has been dealt with. */
  untilQuiet(withinMs: number): Promise<boolean>;
  stop(options?: { keepHome: boolean }): Promise<void>;
}

export async function startFaultStack(options: { plantable?: boolean; cluster?: boolean } = {}): Promise<FaultStack> {
  const parent = join(import.meta.dirname, '../../../../.roundtrip');
  mkdirSync(parent, { recursive: true });
  const home = mkdtempSync(join(parent, 'faults-'));
  const smtp = await FaultySmtpServer.start(refusedMailbox);
  // Servers of its own, so that stopping them disturbs nobody.
  const { MONGO_URL: _1, KAFKA_BROKERS: _2, S3_ENDPOINT: _3, NODE_OPTIONS: _4, ...around } = process.env;
  const plantFile = join(home, 'plant');
  const nodeOptions = ['--max-old-space-size=160', ...(options.plantable === true ? [plantHook(plantFile)] : [])];
  const running = await startStack({
    home,
    ports: await freePorts(),
    env: {
      ...around,
      ROUNDTRIP_HOME: home,
      DEMO_CONTACTS: '10',
      SMTP_URL: smtp.url,
      SMTP_TIMEOUT_MS: '1500',
      KAFKA_SESSION_TIMEOUT_MS: String(sessionTimeoutMs),
      PLAN_CHUNK_LINES: '30',
      // With two more for small ones all imports of an act meet each other.
      JOBS_RUNNING_PER_INSTITUTION: '6',
      JOBS_RUNNING_BESIDE_OTHERS: '6',
      // Longer than a job may take here: a message that is lost must not be healed unseen by the watch over silent jobs.
      JOB_SILENCE_MS: '240000',
      SERVICE_NODE_OPTIONS: nodeOptions.join(' '),
    },
    workers: workersOfEach,
    cluster: options.cluster === true,
    backOff: { firstMs: 300, maxMs: 1_000, resetAfterMs: 5_000 },
    log: () => {},
    signal: new AbortController().signal,
  }).catch(async (error: unknown) => {
    await smtp.stop();
    throw error;
  });
  const { demo, servers, services } = running;
  const [database, replayer] = await Promise.all([
    connectDatabase(demo.mongo),
    MessageReplayer.start(kafkaAccess(servers.env)),
  ]);
  const ready = async (): Promise<boolean> => {
    const answers = await Promise.all(services.workers.map(({ url }) => isReady(url)));
    return answers.every(Boolean) && (await replayer.behind(workersOfEach)) === 0;
  };
  return {
    running,
    home,
    database,
    smtp,
    replayer,
    leaders: new KafkaLeaders(kafkaAccess(servers.env)),
    urls:
      options.cluster === true
        ? [demo.url]
        : services.workers.flatMap(({ service, url }) => (service === 'gateway' ? [url] : [])),
    async plant(name) {
      const owner = plantedService(plantOf(name));
      await writeFile(plantFile, name);
      const planted = services.workers.filter(({ service }) => owner === undefined || service === owner);
      await Promise.all(planted.map(({ process }) => process.restart()));
    },
    async untilQuiet(withinMs) {
      for (const until = Date.now() + withinMs; Date.now() < until; await sleep(200)) {
        if (await ready().catch(() => false)) return true;
      }
      return false;
    },
    async stop({ keepHome } = { keepHome: false }) {
      await replayer.stop();
      await database.close();
      await running.stop();
      await smtp.stop();
      if (!keepHome) await rm(home, { recursive: true, force: true });
    },
  };
}

const isReady = async (url: string): Promise<boolean> =>
  (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined))?.ok === true;
