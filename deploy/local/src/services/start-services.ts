import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { guardHome } from '../processes/guard-home.js';
import { checkout, makeHome } from '../home.js';
import { checkPortsAreFree, freePort, type StackPorts } from '../ports.js';
import { answersOk } from '../servers/ready-checks.js';
import { stackSecrets } from '../secrets.js';
import type { ServerName } from '../servers/server-names.js';
import { serviceEnvironment } from './service-environment.js';
import { type ServiceName, serviceNames, servicePorts } from './service-ports.js';
import { ownCredentials } from './service-users.js';
import { StackError } from '../stack-error.js';
import { startTogether } from '../processes/start-together.js';
import { stopLeftovers } from '../processes/stop-leftovers.js';
import { type BackOff, type ProcessSpec, SupervisedProcess } from '../processes/supervised-process.js';

export interface ServiceOptions {
  home: string;
  ports: StackPorts;
  /** Must hold what reaches the servers, as `RunningServers.env` does; further variables are passed on. */
  env: NodeJS.ProcessEnv;
  services?: readonly ServiceName[];
  /** The servers in which each service has a user of its own; in the others it signs in as `env` says. */
  usersIn?: readonly ServerName[];
  /** Processes of each service; 1 if absent. Those after the first listen on ports that are free at the start. */
  workers?: number | Partial<Record<ServiceName, number>>;
  /** No gateway has the gateway's own port: it is for what stands before them. */
  gatewaysStandBehind?: boolean;
  log: (line: string) => void;
  /** Called when a process id has changed. */
  changed?: () => void;
  /** Cancels a start; what has been started by then is stopped. */
  signal?: AbortSignal;
  backOff?: BackOff;
}

/** One process of a service. */
export interface Worker {
  service: ServiceName;
  process: SupervisedProcess;
  /** Where its HTTP side answers. */
  url: string;
}

export interface RunningServices {
  workers: Worker[];
  /** The first process of a service. */
  service(name: ServiceName): SupervisedProcess;
  /** The gateways first, so that nothing new comes in, then the others. */
  stop(): Promise<void>;
}

/**
 * Starts each service as one or more processes of its own and waits until all are ready. Throws a StackError when one cannot
 * run; then nothing is left running.
 */
export async function startServices(options: ServiceOptions): Promise<RunningServices> {
  const { home, ports, log, changed, backOff, signal } = options;
  const names = options.services ?? serviceNames;
  const missing = names.filter((name) => !existsSync(program(name)));
  if (missing.length > 0) throw new StackError(`Not built yet: ${missing.join(', ')}. Run npm run build.`);
  makeHome(home);
  const seats = await seatsOf(names, options);
  await stopLeftovers(
    home,
    seats.map(({ processName }) => processName),
  );
  await checkPortsAreFree(ports, [
    ...names.map((name) => servicePorts[name]),
    ...(names.includes('gateway') ? (['gatewayMetrics'] as const) : []),
  ]);
  const secrets = stackSecrets(home);
  const around = {
    home,
    log,
    ...(changed === undefined ? {} : { changed }),
    ...(backOff === undefined ? {} : { backOff }),
  };
  const workers = seats.map((seat): Worker => {
    const port = seat.port === ports[servicePorts[seat.service]] ? undefined : seat.port;
    const own = ownCredentials(seat.service, options.usersIn ?? [], secrets);
    const env = serviceEnvironment(seat.service, ports, secrets, { ...options.env, ...own }, port);
    const spec = processSpec(seat, env);
    return { service: seat.service, process: new SupervisedProcess(spec, around), url: urlOf(seat) };
  });
  const processes = workers.map(({ process }) => process);
  const endGuard = guardHome(home);
  const stop = async () => {
    const gateways = workers.filter(({ service }) => service === 'gateway');
    await Promise.all(gateways.map(({ process }) => process.stop()));
    await Promise.all(processes.map((process) => process.stop()));
    await endGuard();
  };
  await startTogether(processes, stop, signal);
  return {
    workers,
    service: (name) => {
      const found = workers.find(({ service }) => service === name);
      if (found === undefined) throw new Error(`${name} is not among the services of this stack`);
      return found.process;
    },
    stop,
  };
}

interface Seat {
  service: ServiceName;
  processName: string;
  port: number;
}

/** Which processes there will be, and where. */
async function seatsOf(names: readonly ServiceName[], options: ServiceOptions): Promise<Seat[]> {
  const { ports, workers = 1, gatewaysStandBehind = false } = options;
  const seats: Seat[] = [];
  for (const name of names) {
    const standsBehind = name === 'gateway' && gatewaysStandBehind;
    seats.push({
      service: name,
      processName: name,
      port: standsBehind ? await freePort() : ports[servicePorts[name]],
    });
  }
  const countOf = (name: ServiceName): number => (typeof workers === 'number' ? workers : (workers[name] ?? 1));
  for (let worker = 2; worker <= Math.max(...names.map(countOf)); worker++) {
    for (const name of names.filter((one) => countOf(one) >= worker)) {
      seats.push({ service: name, processName: `${name}-${String(worker)}`, port: await freePort() });
    }
  }
  return seats;
}

const program = (name: ServiceName): string => join(checkout, 'services', name, 'dist/main.js');
const urlOf = ({ port }: Seat): string => `http://127.0.0.1:${String(port)}`;

const processSpec = (seat: Seat, env: NodeJS.ProcessEnv): ProcessSpec => ({
  name: seat.processName,
  isServer: false,
  command: process.execPath,
  args: [program(seat.service)],
  cwd: checkout,
  env,
  // Longer than the service itself waits for its running message.
  stopGraceMs: 25_000,
  ready: () => answersOk(`${urlOf(seat)}/health/ready`),
  readyWithinMs: 120_000,
  // A service ends when Kafka is not there yet for it; so whoever starts it tries again.
  startAttempts: 3,
});
