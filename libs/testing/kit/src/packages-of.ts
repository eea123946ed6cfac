import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const parent = join(import.meta.dirname, '../../../../.roundtrip');

/**
 * Packages that only a long run needs, in a folder of their own. It is named by what is in it, and gets its name when it is whole.
 *
 * @param kind first part of the folder's name
 * @param contents what decides about what is in it
 * @param install puts them into the folder; its error is thrown, and nothing is left
 */
export function packagesOf(kind: string, contents: string, install: (folder: string) => void): string {
  const name = createHash('sha256').update(contents).digest('hex').slice(0, 12);
  const folder = join(parent, `${kind}-${name}`);
  if (existsSync(folder)) return folder;
  mkdirSync(parent, { recursive: true });
  const made = mkdtempSync(`${folder}.`);
  try {
    install(made);
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    throw error;
  }
  return folder;
}

export const outputOf = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
