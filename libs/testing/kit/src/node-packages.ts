import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { outputOf, packagesOf } from './packages-of.js';

/**
 * Packages from npm that are no dependency of ours: old ones, with advisories of their own, which only a comparison needs.
 *
 * @param packages with their versions, as `exceljs@4.4.0`
 * @returns imports one of them
 * @throws when npm cannot install them
 */
export function nodePackages(packages: readonly string[]): (name: string) => Promise<unknown> {
  const folder = packagesOf('node', packages.join('\n') + process.version, (made) => {
    const quietly = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
    outputOf('npm', ['install', '--prefix', made, '--no-save', ...quietly, ...packages]);
  });
  const require = createRequire(join(folder, 'index.js'));
  return (name) => import(pathToFileURL(require.resolve(name)).href);
}
