import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

// As the embedded stack runs it; built before.
const program = fileURLToPath(import.meta.resolve('@roundtrip/provider/program'));

let folder: string;
let running: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'provider-'));
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

async function stop(): Promise<void> {
  if (running?.exitCode === null) {
    running.kill('SIGTERM');
    await once(running, 'exit');
  }
}

/** @returns its issuer */
async function start(): Promise<string> {
  const settings = {
    clients: [{ clientId: 'console', clientSecret: 'secret', redirectUris: ['http://127.0.0.1:9/callback'] }],
    people: [],
    alg: 'ES256',
    keysFile: join(folder, 'keys.json'),
  };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  running = spawn(process.execPath, [program, join(folder, 'settings.json')], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const said of running.stdout!) {
    const issuer = /^(http\S+) answers$/m.exec(String(said))?.[1];
    if (issuer !== undefined) return issuer;
  }
  throw new Error('it ended without a word');
}

const publicKeys = async (issuer: string): Promise<unknown> => (await fetch(`${issuer}/jwks`)).json();

describe('the provider as a process', () => {
  it('signs with the same key after a restart, and keeps it for its owner alone', async () => {
    const before = await publicKeys(await start());
    await stop();
    expect(running?.exitCode).toBe(0);
    expect(await publicKeys(await start())).toEqual(before);
    const file = join(folder, 'keys.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(before)).not.toContain(JSON.parse(readFileSync(file, 'utf8'))[0].d);
  });
});
