import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const parent = join(import.meta.dirname, '../../../../.roundtrip');

/** `Python 3.11.2`. @throws when there is no python3 */
export const pythonVersion = (): string => ask(['--version']).trim();

/**
 * Packages from PyPI in a folder of their own, installed when they are not there yet.
 *
 * @param requirements a package with its version a line, as pip reads them
 * @returns the folder, for `PYTHONPATH`
 * @throws when python3 or pip cannot do it
 */
export function pythonPackages(requirements: string): string {
  // Named by what is in it; it gets its name when it is whole.
  const name = createHash('sha256')
    .update(requirements + pythonVersion())
    .digest('hex')
    .slice(0, 12);
  const folder = join(parent, `python-${name}`);
  if (existsSync(folder)) return folder;
  mkdirSync(parent, { recursive: true });
  const made = mkdtempSync(`${folder}.`);
  try {
    const list = join(made, 'requirements.txt');
    writeFileSync(list, requirements);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--root-user-action=ignore'];
    ask([...pip, '--target', made, '--requirement', list]);
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    throw error;
  }
  return folder;
}

const ask = (args: string[]): string =>
  execFileSync('python3', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
