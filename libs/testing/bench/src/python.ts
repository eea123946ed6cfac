import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from './work-folder.js';
import type { Sample } from './rounds.rules.js';
import { runPeer } from './run-peer.js';

const sources = join(import.meta.dirname, '../peers');

/** The participants in Python, with their packages in a folder of their own. */
export interface Python {
  /** `Python 3.11.2` */
  version: string;
  versionOf: (name: string) => string;
  run: (file: string, job: unknown, env?: Record<string, string>) => Promise<Sample>;
}

/**
 * Installs the packages of peers/requirements.txt when they are not there yet.
 *
 * @returns a sentence about what is missing when it cannot be had
 */
export function openPython(tell: (line: string) => void): Python | string {
  let version: string;
  try {
    version = ask(['--version']).trim();
  } catch {
    return 'What is written in Python was left out: there is no python3 on this machine.';
  }
  const requirements = readFileSync(join(sources, 'requirements.txt'), 'utf8');
  // Named by what is in it; it gets its name when it is whole.
  const name = createHash('sha256').update(`${requirements}${version}`).digest('hex').slice(0, 12);
  const folder = join(workFolder, `python-${name}`);
  if (!existsSync(folder)) {
    tell('installing what is written in Python, once');
    mkdirSync(workFolder, { recursive: true });
    const made = mkdtempSync(`${folder}.`);
    try {
      const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--root-user-action=ignore'];
      ask([...pip, '--target', made, '--requirement', join(sources, 'requirements.txt')]);
      renameSync(made, folder);
    } catch {
      rmSync(made, { recursive: true, force: true });
      return `What is written in Python was left out: pip could not install libs/testing/bench/peers/requirements.txt for ${version}.`;
    }
  }
  return {
    version,
    versionOf: (one) => new RegExp(`^${one}==(.*)$`, 'm').exec(requirements)?.[1] ?? version.replace('Python ', ''),
    run: (file, job, env) =>
      runPeer({ command: 'python3', args: [join(sources, file)], env: { ...env, PYTHONPATH: folder }, job }),
  };
}

const ask = (args: string[]): string =>
  execFileSync('python3', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
