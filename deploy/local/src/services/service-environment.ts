import type { StackPorts } from '../ports.js';
import type { Secrets } from '../secrets.js';
import { type ServiceName, servicePorts } from './service-ports.js';

/** Services stream: what they hold is small, and without a bound V8 lets the garbage of a million rows grow first. */
const boundedHeap = '--max-old-space-size=160';

/** What every service is told; a variable of the caller's own environment wins where it is a matter of taste. */
export function serviceEnvironment(
  service: ServiceName,
  ports: StackPorts,
  secrets: Secrets,
  env: NodeJS.ProcessEnv,
  /** Of a further process: where it answers. */
  port?: number,
): NodeJS.ProcessEnv {
  return {
    MAIL_FROM: 'no-reply@roundtrip.example',
    LOG_LEVEL: 'info',
    PUBLIC_URL: publicUrl(ports),
    ...(service === 'gateway' ? env : withoutProvider(env)),
    NODE_ENV: 'production',
    NODE_OPTIONS: env['SERVICE_NODE_OPTIONS'] ?? boundedHeap,
    HTTP_HOST: '127.0.0.1',
    METRICS_HOST: '127.0.0.1',
    ...portsOf(service, ports, port),
    ...(service === 'gateway' ? { SESSION_SECRET: env['SESSION_SECRET'] ?? secrets.sessionSecret } : {}),
  };
}

/** People sign in at the gateway alone. */
const withoutProvider = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('OIDC_')));

function portsOf(service: ServiceName, ports: StackPorts, port: number | undefined): NodeJS.ProcessEnv {
  const own = String(port ?? ports[servicePorts[service]]);
  if (service !== 'gateway') return { METRICS_PORT: own };
  // Nobody watches a further gateway: any port will do.
  return { HTTP_PORT: own, METRICS_PORT: String(port === undefined ? ports.gatewayMetrics : 0) };
}

export const publicUrl = (ports: StackPorts): string => `http://127.0.0.1:${String(ports.gateway)}`;
