import type { ServerName } from './server-names.js';
import { serverNames } from './server-names.js';
import { StackError } from '../stack-error.js';

/** How each server is reached; the first says whether it is somebody else's. */
const variablesOf: Record<ServerName, readonly [string, ...string[]]> = {
  kafka: [
    'KAFKA_BROKERS',
    'KAFKA_SASL_MECHANISM',
    'KAFKA_SASL_USERNAME',
    'KAFKA_SASL_PASSWORD',
    'KAFKA_TLS',
    'KAFKA_CA_FILE',
  ],
  mongo: ['MONGO_URL', 'MONGO_CA_FILE'],
  minio: ['S3_ENDPOINT', 'S3_ACCESS_KEY', 'S3_SECRET_KEY', 'S3_REGION', 'S3_CA_FILE'],
  mail: ['SMTP_URL'],
  provider: [
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'OIDC_AUDIENCE',
    'OIDC_INSTITUTION_CLAIM',
    'OIDC_ROLES_CLAIM',
    'OIDC_SCOPES',
    'OIDC_NAME',
  ],
};

/** The servers that the environment replaces by real ones; those are neither installed nor started nor stopped. */
export function outsideServers(env: NodeJS.ProcessEnv): ServerName[] {
  const outside = serverNames.filter((name) => env[variablesOf[name][0]]);
  if (outside.includes('minio') && !(env['S3_ACCESS_KEY'] && env['S3_SECRET_KEY'])) {
    throw new StackError('S3_ENDPOINT is set without its keys: set S3_ACCESS_KEY and S3_SECRET_KEY too.');
  }
  if (outside.includes('provider') && !env['OIDC_CLIENT_ID']) {
    throw new StackError('OIDC_ISSUER is set without its client: set OIDC_CLIENT_ID too, and OIDC_CLIENT_SECRET.');
  }
  return outside;
}

/** The variables of the replaced servers alone. */
export function outsideEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const outside = outsideServers(env);
  const given = outside.flatMap((name) => variablesOf[name]).flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  const region: Record<string, string> = outside.includes('minio') ? { S3_REGION: 'us-east-1' } : {};
  return { ...region, ...(Object.fromEntries(given) as Record<string, string>) };
}

/** Without what says how to reach a server: what is left of it for one that is ours would be of another. */
export function withoutServers(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = new Set(Object.values(variablesOf).flat());
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.has(name)));
}
