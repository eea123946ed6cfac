import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { serverCache } from '@roundtrip/local-stack';

/** Schemathesis as `.ci/install-test-tools` installs it: its own versions in a folder of its own, never one that somebody has on the PATH. */

const versions = join(import.meta.dirname, '../../../../.ci/schemathesis.txt');

function folder(): string | undefined {
  const python = spawnSync('python3', ['--version'], { encoding: 'utf8' });
  if (python.status !== 0) return undefined;
  const name = createHash('sha256').update(readFileSync(versions)).update(python.stdout).digest('hex').slice(0, 12);
  const path = join(serverCache(), `schemathesis-${name}`);
  return existsSync(path) ? path : undefined;
}

/** What a run needs and this machine has not; undefined when it has all. */
export const missingForSchemathesis = (): string | undefined =>
  folder() === undefined
    ? 'Schemathesis is not installed: run .ci/install-test-tools, which needs python3 and pip'
    : undefined;

/**
 * Asks everything once, and goes on after the first that it finds.
 *
 * @param options of `schemathesis run`, by name
 * @returns its exit status, 0 when it has found nothing, and what it says
 */
export async function runSchemathesis(
  location: string,
  options: Readonly<Record<string, string>>,
  cwd: string,
): Promise<{ status: number | null; said: string }> {
  const path = folder();
  if (path === undefined) throw new Error(`${missingForSchemathesis()}.`);
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const command = [join(path, 'bin/schemathesis'), 'run', location, '--continue-on-failure', '--no-color', ...given];
  const child = spawn('python3', command, {
    cwd,
    env: { ...process.env, PYTHONPATH: path, NO_COLOR: '1', COLUMNS: '140' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await ended, said: out + complaints };
}
