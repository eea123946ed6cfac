import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServiceName, services } from '@roundtrip/contracts';

/** Made once per home: whoever may read the home may use the stores and sign sessions, nobody else. */
export interface Secrets {
  s3AccessKey: string;
  s3SecretKey: string;
  sessionSecret: string;
  /** Of the users named roundtrip, who may do everything. */
  kafkaPassword: string;
  mongoPassword: string;
  /** Of the gateway, as a client of the OpenID provider. */
  oidcClientSecret: string;
  /** Of the users that bear the name of a service. */
  services: Record<ServiceName, string>;
}

/** A home of an older version has fewer: what is there stays, the rest is added. */
export function stackSecrets(home: string): Secrets {
  const file = join(home, 'secrets.json');
  const there = readSecrets(file);
  const secrets: Secrets = {
    s3AccessKey: there.s3AccessKey ?? 'roundtrip',
    s3SecretKey: there.s3SecretKey ?? random(20),
    sessionSecret: there.sessionSecret ?? random(32),
    kafkaPassword: there.kafkaPassword ?? random(20),
    mongoPassword: there.mongoPassword ?? random(20),
    oidcClientSecret: there.oidcClientSecret ?? random(32),
    services: Object.fromEntries(services.map((name) => [name, there.services?.[name] ?? random(20)])) as Record<
      ServiceName,
      string
    >,
  };
  const text = `${JSON.stringify(secrets, undefined, 2)}\n`;
  if (text !== there.text) {
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    chmodSync(`${file}.new`, 0o600);
    renameSync(`${file}.new`, file);
  }
  return secrets;
}

function readSecrets(file: string): Partial<Secrets> & { text?: string } {
  try {
    const text = readFileSync(file, 'utf8');
    return { ...(JSON.parse(text) as Partial<Secrets>), text };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return {};
  }
}

const random = (bytes: number): string => randomBytes(bytes).toString('hex');
