import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf, packagesOf } from './packages-of.js';

/** `Python 3.11.2`. @throws when there is no python3 */
export const pythonVersion = (): string => outputOf('python3', ['--version']).trim();

/**
 * Packages from PyPI, installed when they are not there yet.
 *
 * @param requirements a package with its version a line, as pip reads them
 * @returns the folder, for `PYTHONPATH`
 * @throws when python3 or pip cannot do it
 */
export const pythonPackages = (requirements: string): string =>
  packagesOf('python', requirements + pythonVersion(), (folder) => {
    const list = join(folder, 'requirements.txt');
    writeFileSync(list, requirements);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--root-user-action=ignore'];
    outputOf('python3', [...pip, '--target', folder, '--requirement', list]);
  });
