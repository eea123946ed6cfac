import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packagesOf } from '@roundtrip/test-kit/packages-of';
import { type Office, realmOf } from './realm.js';

const artifact = 'org.keycloak:keycloak-quarkus-dist:26.7.3:zip';

export interface Keycloak {
  issuer: string;
  stop(): Promise<void>;
}

/** Installs Keycloak below .roundtrip, once, from Maven's registry. @throws when there is no JDK or no Maven */
const installKeycloak = (): string =>
  join(
    packagesOf('keycloak', artifact, (folder) => {
      const unpack = ['-q', '-B', 'dependency:unpack', `-Dartifact=${artifact}`, '-DoutputDirectory=.'];
      // It leaves a mark in the folder where it runs.
      execFileSync('mvn', unpack, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    }),
    `keycloak-${String(artifact.split(':')[2])}`,
  );

/** A Keycloak with one realm, in a folder of its own; ready when its discovery document is there, a minute or two later. */
export async function startKeycloak(folder: string, port: number, office: Office): Promise<Keycloak> {
  const home = join(folder, 'keycloak');
  // It writes into its own folder: what it builds at its first start, and its database.
  cpSync(installKeycloak(), home, { recursive: true });
  mkdirSync(join(home, 'data/import'), { recursive: true });
  writeFileSync(join(home, 'data/import/office.json'), JSON.stringify(realmOf(office)), { mode: 0o600 });
  const log = openSync(join(folder, 'keycloak.log'), 'a');
  const options = ['--http-host=127.0.0.1', `--http-port=${String(port)}`, '--cache=local', '--import-realm'];
  const child = spawn('bash', ['bin/kc.sh', 'start-dev', ...options], {
    cwd: home,
    env: { ...process.env, JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx640m' },
    stdio: ['ignore', log, log],
  });
  const issuer = `http://127.0.0.1:${String(port)}/realms/${office.realm}`;
  try {
    await untilDiscovered(issuer, child);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return { issuer, stop: () => end(child) };
}

async function untilDiscovered(issuer: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 600_000; Date.now() < deadline; await sleep(500)) {
    if (child.exitCode !== null) throw new Error('Keycloak ended while it started; see keycloak.log');
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`).catch(() => undefined);
    if (answer?.ok === true) return;
  }
  throw new Error('Keycloak was not ready within ten minutes; see keycloak.log');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
