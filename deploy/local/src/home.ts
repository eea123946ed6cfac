import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The checkout this file is in. */
export const checkout = join(import.meta.dirname, '../../..');

/** Where a stack keeps its data, logs and process records. */
export function stackHome(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env['ROUNDTRIP_HOME'] || join(checkout, '.roundtrip'));
}

/** Makes the home folder; it holds personal data and secrets, so that it is the owner's alone. */
export function makeHome(home: string): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  for (const folder of ['logs', 'run']) mkdirSync(join(home, folder), { recursive: true });
}

export const logFile = (home: string, name: string): string => join(home, 'logs', `${name}.log`);
