import { execFile } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { RoleKeys } from '@roundtrip/demo';
import { checkout, logFile } from '../home.js';
import { StackError } from '../stack-error.js';

const run = promisify(execFile);

export interface DemoInstitution {
  id: string;
  name: string;
  keys: RoleKeys;
}

/**
 * Fills the demo institutions if they are not there, and answers both with their keys. A process of its own makes them: a million
 * contacts must not hold up the supervision of the others, and a stop ends it at once.
 */
export async function seedDemo(
  home: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<[DemoInstitution, DemoInstitution]> {
  const program = fileURLToPath(import.meta.resolve('@roundtrip/demo/seed'));
  const contacts = env['DEMO_CONTACTS'] || '10000';
  let output: string;
  try {
    // The database keeps only hashes of keys; the file keeps the keys themselves for the next start.
    const keys = `--keys-file=${join(home, 'demo-keys.json')}`;
    const done = await run(process.execPath, [program, '--contacts', contacts, '--if-missing', keys], {
      cwd: checkout,
      env,
      signal,
      maxBuffer: 16 * 1024 * 1024,
    });
    output = done.stdout;
    appendFileSync(logFile(home, 'seed'), done.stderr);
  } catch (error) {
    signal.throwIfAborted();
    const { stderr = '', message } = error as Error & { stderr?: string };
    appendFileSync(logFile(home, 'seed'), stderr);
    const reason = stderr.trim().split('\n').at(-1) || message;
    throw new StackError(`The demo data could not be made: ${reason} (see ${logFile(home, 'seed')}).`);
  }
  return institutionsOf(output);
}

/** The seed prints what it does and, as its last line, the institutions as JSON. */
export function institutionsOf(output: string): [DemoInstitution, DemoInstitution] {
  const last = output.trim().split('\n').at(-1) ?? '';
  const { institutions } = JSON.parse(last) as { institutions: DemoInstitution[] };
  const [first, second] = institutions;
  if (first === undefined || second === undefined)
    throw new Error(`the seed names fewer than two institutions: ${last}`);
  return [first, second];
}
