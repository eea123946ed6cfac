import { type DatabaseKind, databaseKind } from './database-kind.js';
import { guardHome } from '../processes/guard-home.js';
import { makeHome } from '../home.js';
import type { InstallOutput } from '../install/install-display.js';
import { beginInstalls } from '../install/install-servers.js';
import { checkPortsAreFree, freePort, type PortName, type StackPorts } from '../ports.js';
import { RunningServer } from './running-server.js';
import { stackSecrets } from '../secrets.js';
import { serverEnvironment } from './server-environment.js';
import { serverNames, type ServerName } from './server-names.js';
import type { KafkaNode, ServerPlace, ServerTls } from './server-place.js';
import { ferretdbServer } from './ferretdb.server.js';
import { kafkaServer } from './kafka.server.js';
import { mailServer } from './mail.server.js';
import { minioServer } from './minio.server.js';
import { type ObjectStoreKind, objectStoreKind } from './object-store-kind.js';
import { providerServer } from './provider.server.js';
import { seaweedfsServer } from './seaweedfs.server.js';
import { secantusdbServer } from './secantusdb.server.js';
import { startTogether } from '../processes/start-together.js';
import { stopLeftovers } from '../processes/stop-leftovers.js';
import { SupervisedProcess, type ProcessSpec } from '../processes/supervised-process.js';

export interface ServerOptions {
  /** Data, logs and process records; two stacks at the same time need two homes. */
  home: string;
  ports: StackPorts;
  only?: readonly ServerName[];
  /** Brokers of Kafka, 1 if absent. Those after the first listen on ports that are free at the start. */
  brokers?: number;
  /** What stands for MongoDB; by default FerretDB where it can run. */
  database?: DatabaseKind;
  /** What the object store is; by default that of the home. */
  objectStore?: ObjectStoreKind;
  /** Kafka, the database (FerretDB) and the object store are reached over TLS alone. */
  tls?: ServerTls;
  /** Where people reach the gateway, and the OpenID provider sends them back to; its own address on this machine if absent. */
  publicUrl?: string;
  log: (line: string) => void;
  /** Shows how the installs stand at the foot of a terminal. */
  status?: InstallOutput['status'];
  /** Called when a process id has changed. */
  changed?: () => void;
  /** Cancels a start; what has been started by then is stopped. */
  signal?: AbortSignal;
}

export interface RunningServers {
  servers: RunningServer[];
  server(name: ServerName): RunningServer;
  /** What a client needs to reach them, as somebody who may do everything: MONGO_URL, KAFKA_*, S3_*, SMTP_URL, OIDC_*; only of those that run. */
  env: Record<string, string>;
  /** Stops all, in the reverse order of their start. */
  stop(): Promise<void>;
}

/** The ports that each server listens on. */
export const serverPorts: Record<ServerName, PortName[]> = {
  kafka: ['kafka', 'kafkaController'],
  mongo: ['mongo'],
  minio: ['minio', 'minioConsole'],
  mail: ['smtp', 'mailWeb'],
  provider: ['provider'],
};

/**
 * Installs what is missing, starts each server as soon as it is there, and waits until all answer. Throws a StackError when one
 * cannot run; then nothing is left running.
 */
export async function startServers(options: ServerOptions): Promise<RunningServers> {
  const { home, ports, log, status, changed, signal, tls, database = databaseKind() } = options;
  const names = serverNames.filter((name) => options.only?.includes(name) ?? true);
  if (names.includes('mongo') && database === 'secantusdb') {
    log('the database is SecantusDB (FerretDB needs root and Debian); files of many contacts take much longer with it');
  }
  const objectStore = options.objectStore ?? objectStoreKind(home);
  makeHome(home);
  const left = await stopLeftovers(home);
  if (left.length > 0) log(`stopped what an earlier start had left running: ${left.join(', ')}`);
  await checkPortsAreFree(
    ports,
    names.flatMap((name) => serverPorts[name]),
  );
  const secrets = stackSecrets(home);
  const kafkaNodes = await nodesOf(ports, options.brokers ?? 1);
  const specs: Record<ServerName, (place: ServerPlace) => ProcessSpec[] | Promise<ProcessSpec[]>> = {
    kafka: kafkaServer,
    mongo: database === 'ferretdb' ? ferretdbServer : secantusdbServer,
    minio: objectStore === 'minio' ? minioServer : seaweedfsServer,
    mail: () => mailServer(home, ports),
    provider: (place) => providerServer(place, options.publicUrl),
  };
  const stopping = new AbortController();
  const installs = beginInstalls(
    { log, status },
    {
      only: names,
      database,
      objectStore,
      signal: AbortSignal.any([stopping.signal, ...(signal === undefined ? [] : [signal])]),
    },
  );
  const endGuard = guardHome(home);
  const started = new Map<ServerName, RunningServer>();
  const running = () => names.flatMap((name) => started.get(name) ?? []);
  const stop = async () => {
    stopping.abort();
    for (const server of running().toReversed()) await server.stop();
    await endGuard();
  };
  const around = { home, log, ...(changed === undefined ? {} : { changed }) };
  const start = async (name: ServerName) => {
    const path = await installs.pathOf(name);
    stopping.signal.throwIfAborted();
    const place = { home, ports, kafkaNodes, path, secrets, ...(tls && { tls }) };
    const processes = (await specs[name](place)).map((spec) => new SupervisedProcess(spec, around));
    const server = new RunningServer(name, processes, name === 'kafka');
    started.set(name, server);
    await server.start();
    if (installs.hasWorked) log(`${name} is running`);
  };
  await startTogether(
    names.map((name) => ({ start: () => start(name) })),
    stop,
    signal,
  );
  return {
    servers: running(),
    server: (name) => {
      const found = started.get(name);
      if (found === undefined) throw new Error(`${name} is not among the servers of this stack`);
      return found;
    },
    env: serverEnvironment(names, ports, secrets, { database, kafkaNodes, ...(tls && { tls }) }),
    stop,
  };
}

async function nodesOf(ports: StackPorts, brokers: number): Promise<KafkaNode[]> {
  const nodes: KafkaNode[] = [{ broker: ports.kafka, controller: ports.kafkaController }];
  while (nodes.length < brokers) nodes.push({ broker: await freePort(), controller: await freePort() });
  return nodes;
}
