import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { guardHome } from '../processes/guard-home.js';
import { checkout, makeHome } from '../home.js';
import { checkPortsAreFree, type StackPorts } from '../ports.js';
import { answersOk } from '../servers/ready-checks.js';
import { stackSecrets } from '../secrets.js';
import { serviceEnvironment } from './service-environment.js';
import { type ServiceName, serviceNames, servicePorts } from './service-ports.js';
import { StackError } from '../stack-error.js';
import { startTogether } from '../processes/start-together.js';
import { stopLeftovers } from '../processes/stop-leftovers.js';
import { type BackOff, SupervisedProcess } from '../processes/supervised-process.js';

export interface ServiceOptions {
  home: string;
  ports: StackPorts;
  /** Must hold what reaches the servers, as `RunningServers.env` does; further variables are passed on. */
  env: NodeJS.ProcessEnv;
  services?: readonly ServiceName[];
  log: (line: string) => void;
  /** Called when a process id has changed. */
  changed?: () => void;
  /** Cancels a start; what has been started by then is stopped. */
  signal?: AbortSignal;
  backOff?: BackOff;
}

export interface RunningServices {
  services: SupervisedProcess[];
  service(name: ServiceName): SupervisedProcess;
  /** The gateway first, so that nothing new comes in, then the others. */
  stop(): Promise<void>;
}

/**
 * Starts each service as a process of its own and waits until all are ready. Throws a StackError when one cannot run;
 * then nothing is left running.
 */
export async function startServices(options: ServiceOptions): Promise<RunningServices> {
  const { home, ports, env, log, changed, backOff, signal } = options;
  const names = options.services ?? serviceNames;
  const program = (name: ServiceName) => join(checkout, 'services', name, 'dist/main.js');
  const missing = names.filter((name) => !existsSync(program(name)));
  if (missing.length > 0) throw new StackError(`Not built yet: ${missing.join(', ')}. Run npm run build.`);
  makeHome(home);
  await stopLeftovers(home, names);
  await checkPortsAreFree(
    ports,
    names.map((name) => servicePorts[name]),
  );
  const secrets = stackSecrets(home);
  const around = {
    home,
    log,
    ...(changed === undefined ? {} : { changed }),
    ...(backOff === undefined ? {} : { backOff }),
  };
  const services = names.map(
    (name) =>
      new SupervisedProcess(
        {
          name,
          isServer: false,
          command: process.execPath,
          args: [program(name)],
          cwd: checkout,
          env: serviceEnvironment(name, ports, secrets, env),
          // Longer than the service itself waits for its running message.
          stopGraceMs: 25_000,
          ready: () => answersOk(`http://127.0.0.1:${String(ports[servicePorts[name]])}/health/ready`),
          readyWithinMs: 120_000,
          // A service ends when Kafka is not there yet for it; so whoever starts it tries again.
          startAttempts: 3,
        },
        around,
      ),
  );
  const endGuard = guardHome(home);
  const stop = async () => {
    await services.find(({ name }) => name === 'gateway')?.stop();
    await Promise.all(services.map((service) => service.stop()));
    await endGuard();
  };
  await startTogether(services, stop, signal);
  return {
    services,
    service: (name) => {
      const found = services.find((service) => service.name === name);
      if (found === undefined) throw new Error(`${name} is not among the services of this stack`);
      return found;
    },
    stop,
  };
}
