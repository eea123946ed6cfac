import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AcceptedAdvisory } from './advisories.rules.js';
import { type Bom, billOf, type Shipped } from './bill-of-materials.rules.js';
import type { LicenceRules } from './licences.rules.js';

export const checkout = join(import.meta.dirname, '../../../../..');

const read = (path: string): string => readFileSync(join(checkout, path), 'utf8');

/** deploy/what-ships.json: what may ship. */
export const whatMayShip = JSON.parse(read('deploy/what-ships.json')) as {
  licences: LicenceRules;
  advisories: AcceptedAdvisory[];
  budgetsMiB: { packages: number; ours: number };
};

interface PackageJson {
  name: string;
  workspaces?: string[];
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}
const packageIn = (folder: string): PackageJson => JSON.parse(read(join(folder, 'package.json'))) as PackageJson;

const foldersOf = (pattern: string): string[] => {
  const parent = pattern.replace(/\/\*$/, '');
  const folders =
    parent === pattern ? [pattern] : readdirSync(join(checkout, parent)).map((name) => `${parent}/${name}`);
  return folders.filter((folder) => existsSync(join(checkout, folder, 'package.json')));
};

/** The `--workspace` options by which the Dockerfile installs what goes into the image. */
export const imageWorkspaces: readonly string[] = [
  ...(/npm ci .*--omit=dev(?: --workspace=\S+)+/
    .exec(read('deploy/Dockerfile').replaceAll('\\\n', ' '))?.[0]
    .matchAll(/--workspace=(\S+)/g) ?? []),
].map(([, workspace = '']) => workspace);

/** What is built into the page is needed for development alone, as npm sees it, and ships all the same. */
function importedByThePage(folder: string): string[] {
  const files = readdirSync(join(checkout, folder, 'src'), { recursive: true, encoding: 'utf8' });
  const code = files.filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file));
  const names = code.flatMap((file) =>
    [...read(join(folder, 'src', file)).matchAll(/^import (?!type )[^;]*?'((?:@[\w-]+\/)?[\w-]+)/gm)].map(
      ([, name = '']) => name,
    ),
  );
  return [...new Set(names)];
}

function ours(): Shipped[] {
  const folders = (packageIn('').workspaces ?? []).flatMap(foldersOf);
  return folders.map((folder) => {
    const { name, dependencies = {} } = packageIn(folder);
    return {
      name,
      needs: [...Object.keys(dependencies), ...(folder === 'services/console' ? importedByThePage(folder) : [])],
    };
  });
}

/** The bill of materials of the image, in CycloneDX; looks at what is installed. Takes some seconds. */
export function billOfImage(): Bom {
  const all = JSON.parse(
    execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
      cwd: checkout,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    }),
  ) as Bom;
  const roots = imageWorkspaces.flatMap((workspace) => foldersOf(workspace === 'services' ? 'services/*' : workspace));
  return billOf(
    all,
    ours(),
    roots.map((folder) => packageIn(folder).name),
  );
}
