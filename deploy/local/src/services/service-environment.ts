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
  httpPort = ports[servicePorts[service]],
): NodeJS.ProcessEnv {
  return {
    MAIL_FROM: 'no-reply@roundtrip.example',
    LOG_LEVEL: 'info',
    PUBLIC_URL: publicUrl(ports),
    ...env,
    NODE_ENV: 'production',
    NODE_OPTIONS: env['SERVICE_NODE_OPTIONS'] ?? boundedHeap,
    HTTP_HOST: '127.0.0.1',
    HTTP_PORT: String(httpPort),
    ...(service === 'gateway' ? { SESSION_SECRET: env['SESSION_SECRET'] ?? secrets.sessionSecret } : {}),
  };
}

export const publicUrl = (ports: StackPorts): string => `http://127.0.0.1:${String(ports.gateway)}`;
