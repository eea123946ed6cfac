import { mkdirSync, mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceName } from '@roundtrip/contracts';
import { connectDatabase, type WholeDatabase } from '@roundtrip/database';
import type { RoleKeys } from '@roundtrip/demo';
import { freePorts, signInLinks, type StackPorts, startStack as start } from '@roundtrip/local-stack';
import { eventually } from '@roundtrip/test-kit/client';

/** The whole product as its users start it: real servers, each service a process of its own; on free ports, with data that go away. */
export interface Stack {
  url: string;
  keys: RoleKeys;
  second: RoleKeys;
  home: string;
  database: WholeDatabase;
  /** The database, as one who may do everything. */
  mongoUrl: string;
  /** Where its servers are, as its services are told. */
  env: Record<string, string>;
  /** Ends the service as a crash would; its supervisor starts it again. @returns when the next process is there */
  kill(service: ServiceName): Promise<void>;
  /** Holds a service or the database still, as one that is stuck, while something is done. */
  whileHeld<T>(name: ServiceName | 'mongo', work: () => Promise<T>): Promise<T>;
  /** @throws while it does not run */
  pidOf(service: ServiceName): number;
  /** All processes of a service or of the database; none of one that is not ours. */
  pidsOf(name: ServiceName | 'mongo'): readonly number[];
  /** Starts or stops further processes of a service, so that there are so many. */
  scale(service: ServiceName, processes: number): Promise<void>;
  /** The most resident memory of a service so far, in MiB. */
  memoryOf(service: ServiceName): Promise<number>;
  /** A new link that signs in as a role, as the start prints them. */
  signInLink(role: keyof RoleKeys): Promise<string>;
  /** The mail to an address, if it has come. */
  mailTo(address: string): Promise<Mail | undefined>;
  stop(): Promise<void>;
}

export interface Mail {
  id: string;
  subject: string;
  text: string;
  html: string;
  to: { address: string }[];
  attachments?: { fileName: string; generatedFileName: string }[];
}

export async function startStack(options: {
  contacts: number;
  /** Processes of each service at the start; 1 if absent. */
  workers?: Partial<Record<ServiceName, number>>;
  env?: Record<string, string>;
  /** Free ones if absent. */
  ports?: StackPorts;
}): Promise<Stack> {
  const parent = join(import.meta.dirname, '../../../../.roundtrip');
  mkdirSync(parent, { recursive: true });
  const home = mkdtempSync(join(parent, 'e2e-'));
  // Servers of its own, so that stopping them disturbs nobody.
  const {
    MONGO_URL: _1,
    KAFKA_BROKERS: _2,
    S3_ENDPOINT: _3,
    SMTP_URL: _4,
    OIDC_ISSUER: _5,
    NODE_OPTIONS: _6,
    ...around
  } = process.env;
  const running = await start({
    home,
    ports: options.ports ?? (await freePorts()),
    env: {
      ...around,
      DEMO_CONTACTS: String(options.contacts),
      ROUNDTRIP_HOME: home,
      // What a killed process held is given to the next one sooner.
      KAFKA_SESSION_TIMEOUT_MS: '6000',
      ...options.env,
    },
    ...(options.workers === undefined ? {} : { workers: options.workers }),
    log: () => {},
    signal: new AbortController().signal,
  });
  const { demo, servers, services } = running;
  const database = await connectDatabase(demo.mongo);
  const pidOf = (service: ServiceName) => services.service(service).pid;
  return {
    url: demo.url,
    keys: demo.keys,
    second: demo.institutions.second.keys,
    home,
    database,
    mongoUrl: demo.mongo,
    env: servers.env,
    async kill(service) {
      const pid = pidOf(service);
      if (pid === undefined) throw new Error(`${service} does not run`);
      process.kill(pid, 'SIGKILL');
      await eventually(() => Promise.resolve(pidOf(service) === pid ? undefined : pidOf(service)));
    },
    async whileHeld(name, work) {
      const pids = demo.pids[name] ?? [];
      if (pids.length === 0) throw new Error(`${name} does not run`);
      for (const pid of pids) process.kill(pid, 'SIGSTOP');
      try {
        return await work();
      } finally {
        for (const pid of pids) process.kill(pid, 'SIGCONT');
      }
    },
    pidOf(service) {
      const pid = pidOf(service);
      if (pid === undefined) throw new Error(`${service} does not run`);
      return pid;
    },
    pidsOf: (name) => demo.pids[name] ?? [],
    async scale(service, processes) {
      const all = services.workers.filter((worker) => worker.service === service);
      if (all.length < processes) throw new Error(`There are no ${processes} processes of ${service} in this stack`);
      await Promise.all(all.slice(processes).map((worker) => worker.process.stop()));
      await Promise.all(all.slice(0, processes).map((worker) => worker.process.start()));
    },
    async memoryOf(service) {
      const status = await readFile(`/proc/${pidOf(service)}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
    },
    signInLink: async (role) => (await signInLinks(demo))[role],
    async mailTo(address) {
      const mails = (await (await fetch(String(demo.mailApi))).json()) as Mail[];
      return mails.find((mail) => mail.to.some((to) => to.address === address));
    },
    async stop() {
      await database.close();
      await running.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
