import { type AddressInfo, createServer } from 'node:net';
import { whoListens } from './who-listens.js';
import { StackError } from './stack-error.js';

interface PortRow {
  /** What the person at the terminal calls it. */
  what: string;
  variable: string;
  port: number;
}

/** Every port of the stack, all on 127.0.0.1, with the variable that changes it. */
export const portTable = {
  gateway: { what: 'the web page and REST', variable: 'GATEWAY_PORT', port: 8080 },
  gatewayMetrics: { what: 'gateway: health and metrics', variable: 'GATEWAY_METRICS_PORT', port: 8086 },
  targets: { what: 'targets: health and metrics', variable: 'TARGETS_PORT', port: 8081 },
  templateExport: { what: 'template-export: health and metrics', variable: 'TEMPLATE_EXPORT_PORT', port: 8082 },
  importValidation: { what: 'import-validation: health and metrics', variable: 'IMPORT_VALIDATION_PORT', port: 8083 },
  bulkUpdate: { what: 'bulk-update: health and metrics', variable: 'BULK_UPDATE_PORT', port: 8084 },
  notifications: { what: 'notifications: health and metrics', variable: 'NOTIFICATIONS_PORT', port: 8085 },
  kafka: { what: 'Kafka', variable: 'KAFKA_PORT', port: 19092 },
  kafkaController: { what: "Kafka's controller", variable: 'KAFKA_CONTROLLER_PORT', port: 19093 },
  mongo: { what: 'the database', variable: 'MONGO_PORT', port: 37017 },
  minio: { what: 'the object store', variable: 'MINIO_PORT', port: 19000 },
  minioConsole: { what: "the object store's own page", variable: 'MINIO_CONSOLE_PORT', port: 19001 },
  smtp: { what: 'SMTP', variable: 'SMTP_PORT', port: 1025 },
  mailWeb: { what: 'the mail page', variable: 'MAIL_WEB_PORT', port: 8025 },
  provider: { what: 'the OpenID provider', variable: 'OIDC_PORT', port: 8087 },
} as const satisfies Record<string, PortRow>;

export type PortName = keyof typeof portTable;
export type StackPorts = Record<PortName, number>;

export const portNames = Object.keys(portTable) as PortName[];

/** The ports of a stack: each from its variable, else its default; `offset` moves the defaults, for a second stack. */
export function stackPorts(env: NodeJS.ProcessEnv = process.env, offset = 0): StackPorts {
  const read = (name: PortName): [PortName, number] => {
    const { variable, port } = portTable[name];
    const text = env[variable] || String(port + offset);
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1 || value > 65535) {
      throw new StackError(`${variable}=${text} is not a port: set it to a number from 1 to 65535, or leave it away.`);
    }
    return [name, value];
  };
  return Object.fromEntries(portNames.map(read)) as StackPorts;
}

/** The variables that say so to a start of its own. */
export const portVariables = (ports: StackPorts): Record<string, string> =>
  Object.fromEntries(portNames.map((name) => [portTable[name].variable, String(ports[name])]));

/** Ports that nobody uses at this moment, for a stack of a test. */
export async function freePorts(): Promise<StackPorts> {
  const ports: [PortName, number][] = [];
  for (const name of portNames) ports.push([name, await freePort()]);
  return Object.fromEntries(ports) as StackPorts;
}

/** Of this process: who got one listens there only later, and the kernel would give it again until then. */
const given = new Set<number>();

/** One more port that nobody uses at this moment, and that nobody else got here. */
export async function freePort(): Promise<number> {
  for (;;) {
    const server = await listen(0);
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    if (given.has(port)) continue;
    given.add(port);
    return port;
  }
}

/** Throws a StackError about the first of the ports that is in use, saying by whom if that can be found out. */
export async function checkPortsAreFree(ports: StackPorts, names: readonly PortName[]): Promise<void> {
  for (const name of names) {
    const { what, variable } = portTable[name];
    const port = ports[name];
    try {
      const server = await listen(port);
      await new Promise((resolve) => server.close(resolve));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE') {
        throw new StackError(
          `Port ${String(port)} (${what}) is in use${whoListens(port)}: stop that, or choose another port with ${variable}.`,
        );
      }
      if (code === 'EACCES') {
        throw new StackError(
          `Port ${String(port)} (${what}) is not allowed to this user: choose another with ${variable}.`,
        );
      }
      throw error;
    }
  }
}

function listen(port: number) {
  return new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve(server));
  });
}
