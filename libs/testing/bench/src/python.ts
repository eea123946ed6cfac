import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonPackages, pythonVersion } from '@roundtrip/test-kit/python-packages';
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
    version = pythonVersion();
  } catch {
    return 'What is written in Python was left out: there is no python3 on this machine.';
  }
  const requirements = readFileSync(join(sources, 'requirements.txt'), 'utf8');
  tell('the packages of Python are installed, if they are not there yet');
  let folder: string;
  try {
    folder = pythonPackages(requirements);
  } catch {
    return `What is written in Python was left out: pip could not install libs/testing/bench/peers/requirements.txt for ${version}.`;
  }
  return {
    version,
    versionOf: (one) => new RegExp(`^${one}==(.*)$`, 'm').exec(requirements)?.[1] ?? version.replace('Python ', ''),
    run: (file, job, env) =>
      runPeer({ command: 'python3', args: [join(sources, file)], env: { ...env, PYTHONPATH: folder }, job }),
  };
}
