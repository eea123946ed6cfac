import type { ServerName } from './server-names.js';
import { serverNames } from './server-names.js';
import { StackError } from '../stack-error.js';

const variableOf: Record<ServerName, string> = {
  kafka: 'KAFKA_BROKERS',
  mongo: 'MONGO_URL',
  minio: 'S3_ENDPOINT',
  mail: 'SMTP_URL',
};

/** The servers that the environment replaces by real ones; those are neither installed nor started nor stopped. */
export function outsideServers(env: NodeJS.ProcessEnv): ServerName[] {
  const outside = serverNames.filter((name) => env[variableOf[name]]);
  if (outside.includes('minio') && !(env['S3_ACCESS_KEY'] && env['S3_SECRET_KEY'])) {
    throw new StackError('S3_ENDPOINT is set without its keys: set S3_ACCESS_KEY and S3_SECRET_KEY too.');
  }
  return outside;
}

/** The variables of the replaced servers alone. */
export function outsideEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const names = outsideServers(env).map((name) => variableOf[name]);
  if (names.includes('S3_ENDPOINT')) names.push('S3_ACCESS_KEY', 'S3_SECRET_KEY', 'S3_REGION');
  const values = names.map((name): [string, string] => [name, env[name] || (name === 'S3_REGION' ? 'us-east-1' : '')]);
  return Object.fromEntries(values);
}
