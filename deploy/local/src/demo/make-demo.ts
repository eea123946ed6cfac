import { databaseUrl } from '@roundtrip/database';
import type { Demo } from './demo-file.js';
import type { StackPorts } from '../ports.js';
import type { DemoInstitution } from './seed-demo.js';
import { publicUrl } from '../services/service-environment.js';

interface Facts {
  ports: StackPorts;
  /** What services use to reach the servers. */
  env: Record<string, string>;
  /** The mail server is ours, so that there is a page with the mails. */
  mailIsOurs: boolean;
  institutions: [DemoInstitution, DemoInstitution];
  pids: Record<string, number[]>;
}

export function makeDemo({ ports, env, mailIsOurs, institutions, pids }: Facts): Demo {
  const mail = `http://127.0.0.1:${String(ports.mailWeb)}`;
  return {
    url: publicUrl(ports),
    ...(mailIsOurs ? { mail, mailApi: `${mail}/api/email` } : {}),
    keys: institutions[0].keys,
    institutions: { second: { keys: institutions[1].keys } },
    kafka: env['KAFKA_BROKERS'] ?? '',
    kafkaAccess: Object.fromEntries(Object.entries(env).filter(([name]) => /^KAFKA_(?:SASL|TLS|CA)/.test(name))),
    mongo: databaseUrl(env),
    s3: env['S3_ENDPOINT'] ?? '',
    pids,
  };
}
