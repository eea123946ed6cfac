// What `npm start` does, in order: servers, topics and the like, services, demo data, and at last demo.json, which says
// that everything answers.
import { ConfigProblem, prepareStores, StoreUnavailable } from '@roundtrip/create-topics';
import { type Demo, removeDemo, writeDemo } from './demo/demo-file.js';
import { tryLock } from './processes/hold-lock.js';
import { makeHome } from './home.js';
import { makeDemo } from './demo/make-demo.js';
import type { InstallOutput } from './install/install-display.js';
import { outsideEnvironment, outsideServers, withoutServers } from './servers/outside-servers.js';
import { checkPortsAreFree, type StackPorts } from './ports.js';
import { seedDemo } from './demo/seed-demo.js';
import { objectStoreKind } from './servers/object-store-kind.js';
import { serverNames } from './servers/server-names.js';
import { type ServiceName, serviceNames, servicePorts } from './services/service-ports.js';
import { StackError } from './stack-error.js';
import { type RunningServers, serverPorts, startServers } from './servers/start-servers.js';
import { stackSecrets } from './secrets.js';
import { userVariables } from './services/service-users.js';
import { startBalancer } from './services/balancer.js';
import { type RunningServices, type ServiceOptions, startServices } from './services/start-services.js';
import type { BackOff } from './processes/supervised-process.js';
import { refuseOwned, stopLeftovers } from './processes/stop-leftovers.js';

export interface StackOptions {
  home: string;
  ports: StackPorts;
  env: NodeJS.ProcessEnv;
  /** Processes of each service; 1 if absent. */
  workers?: ServiceOptions['workers'];
  /** Three brokers of Kafka, and two processes of each service at least, the gateways behind a balancer. */
  cluster?: boolean;
  /** How soon a service that has ended is started again. */
  backOff?: BackOff;
  log: (line: string) => void;
  /** Shows how the installs stand at the foot of a terminal. */
  status?: InstallOutput['status'];
  signal: AbortSignal;
}

export interface RunningStack {
  demo: Demo;
  servers: RunningServers;
  services: RunningServices;
  stop(): Promise<void>;
}

/** Throws a StackError when the stack cannot run; then nothing is left running. */
export async function startStack(options: StackOptions): Promise<RunningStack> {
  const { home, ports, log, signal } = options;
  makeHome(home);
  const lock = await tryLock(`stack ${home}`);
  if (lock === undefined) {
    refuseOwned(home);
    throw new StackError(
      `Another start from ${home} is under way: wait for it, or set ROUNDTRIP_HOME to another folder.`,
    );
  }
  const undo: (() => Promise<void>)[] = [() => lock.release()];
  const stop = async () => {
    for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
  };
  try {
    // Before the ports are looked at: what was left running holds them.
    const left = await stopLeftovers(home);
    if (left.length > 0) log(`stopped what an earlier start had left running: ${left.join(', ')}`);
    removeDemo(home);
    const outside = outsideServers(options.env);
    const only = serverNames.filter((name) => !outside.includes(name));
    const objectStore = objectStoreKind(home, only.includes('minio') ? options.env : {});
    // Before the long installs: who has to choose another port should know at once.
    await checkPortsAreFree(ports, [
      ...serviceNames.map((name) => servicePorts[name]),
      ...only.flatMap((name) => serverPorts[name]),
    ]);

    let demo: Demo | undefined;
    const changed = () => {
      if (demo === undefined) return;
      demo.pids = currentPids();
      writeDemo(home, demo);
    };
    if (only.length > 0) log(`starting ${only.join(', ')}`);
    const publicUrl = options.env['PUBLIC_URL'] || undefined;
    const servers = await startServers({
      home,
      ports,
      only,
      objectStore,
      log,
      status: options.status,
      changed,
      signal,
      ...(publicUrl === undefined ? {} : { publicUrl }),
      ...(options.cluster === true ? { brokers: 3 } : {}),
    });
    undo.push(() => servers.stop());
    const env = { ...servers.env, ...outsideEnvironment(options.env) };
    await prepareStores({ ...env, ...userVariables(only, stackSecrets(home), objectStore) }, log);
    signal.throwIfAborted();
    log('starting the services');
    const serviceEnv = { ...withoutServers(options.env), ...env };
    const services = await startServices({
      home,
      ports,
      env: serviceEnv,
      usersIn: only,
      log,
      changed,
      signal,
      workers: options.workers ?? (options.cluster === true ? 2 : 1),
      gatewaysStandBehind: options.cluster === true,
      ...(options.backOff === undefined ? {} : { backOff: options.backOff }),
    });
    undo.push(() => services.stop());
    if (options.cluster === true) {
      const gateways = services.workers.filter(({ service }) => service === 'gateway');
      const balancer = await startBalancer(
        ports.gateway,
        gateways.map(({ url }) => Number(new URL(url).port)),
      );
      undo.push(() => balancer.close());
    }
    const currentPids = () =>
      Object.fromEntries([
        ...serviceNames.map((name) => [name, pidsOf(services, name)]),
        ...servers.servers.map(({ name, pids }) => [name, pids]),
      ]) as Demo['pids'];
    log('looking for the demo institutions');
    const institutions = await seedDemo(home, serviceEnv, signal);
    signal.throwIfAborted();
    demo = makeDemo({ ports, env, ours: only, institutions, pids: currentPids() });
    writeDemo(home, demo);
    undo.push(() => {
      demo = undefined;
      removeDemo(home);
      return Promise.resolve();
    });
    return { demo, servers, services, stop };
  } catch (error) {
    await stop();
    const isKnown = error instanceof StoreUnavailable || error instanceof ConfigProblem;
    throw isKnown ? new StackError(error.message, { cause: error }) : error;
  }
}

const pidsOf = ({ workers }: RunningServices, name: ServiceName): number[] =>
  workers.flatMap(({ service, process }) => (service === name ? (process.pid ?? []) : []));
