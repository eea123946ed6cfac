import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Made once per home: whoever may read the home may use the object store and sign sessions, nobody else. */
export interface Secrets {
  s3AccessKey: string;
  s3SecretKey: string;
  sessionSecret: string;
}

export function stackSecrets(home: string): Secrets {
  const file = join(home, 'secrets.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const secrets: Secrets = {
    s3AccessKey: 'roundtrip',
    s3SecretKey: randomBytes(20).toString('hex'),
    sessionSecret: randomBytes(32).toString('hex'),
  };
  writeFileSync(file, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return secrets;
}
