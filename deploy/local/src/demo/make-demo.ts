import { databaseUrl } from '@roundtrip/database';
import { demoPeople } from '@roundtrip/demo';
import type { Demo } from './demo-file.js';
import type { StackPorts } from '../ports.js';
import type { DemoInstitution } from './seed-demo.js';
import type { ServerName } from '../servers/server-names.js';
import { publicUrl } from '../services/service-environment.js';

interface Facts {
  ports: StackPorts;
  /** What services use to reach the servers. */
  env: Record<string, string>;
  /** The servers that are ours: with the mail server there is a page with the mails, with the provider there are people. */
  ours: readonly ServerName[];
  institutions: [DemoInstitution, DemoInstitution];
  pids: Record<string, number[]>;
}

export function makeDemo({ ports, env, ours, institutions, pids }: Facts): Demo {
  const mail = `http://127.0.0.1:${String(ports.mailWeb)}`;
  return {
    url: publicUrl(ports),
    ...(ours.includes('mail') ? { mail, mailApi: `${mail}/api/email` } : {}),
    ...(ours.includes('provider') ? { provider: providerOf(env) } : {}),
    keys: institutions[0].keys,
    institutions: { second: { keys: institutions[1].keys } },
    kafka: env['KAFKA_BROKERS'] ?? '',
    kafkaAccess: variables(env, /^KAFKA_(?:SASL|TLS|CA)/),
    mongo: databaseUrl(env),
    s3: env['S3_ENDPOINT'] ?? '',
    s3Access: variables(env, /^S3_/),
    pids,
  };
}

const variables = (env: Record<string, string>, named: RegExp): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter(([name]) => named.test(name)));

const providerOf = (env: Record<string, string>): NonNullable<Demo['provider']> => ({
  issuer: env['OIDC_ISSUER'] ?? '',
  clientId: env['OIDC_CLIENT_ID'] ?? '',
  people: demoPeople.map(({ email, name, institutions, role }) => ({ email, name, institutions, role })),
});
