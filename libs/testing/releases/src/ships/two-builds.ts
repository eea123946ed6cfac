import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout, imageWorkspaces } from './checkout.js';

/** The committed sources, built twice from nothing, in two folders of different length. */
export interface TwoBuilds {
  /** Files that are not the same in both, or in one alone. */
  different: string[];
  /** Of the first, as the image gets it. */
  bytes: { packages: number; ours: number };
}

/** Takes some minutes. @throws Error when an install or a build fails */
export function buildTwice(say: (line: string) => void): TwoBuilds {
  const parent = mkdtempSync(join(tmpdir(), 'ships-'));
  try {
    const folders = [join(parent, 'one'), join(parent, 'in-another-place/two')];
    for (const folder of folders) {
      say(`Building in ${folder}`);
      mkdirSync(folder, { recursive: true });
      const archive = execFileSync('git', ['archive', 'HEAD'], { cwd: checkout, maxBuffer: 1024 ** 3 });
      execFileSync('tar', ['x'], { cwd: folder, input: archive });
      npm(folder, 'ci', '--ignore-scripts', '--prefer-offline');
      npm(folder, 'run', 'build');
    }
    const [one = '', two = ''] = folders;
    const [ours, theirs] = [built(one), built(two)];
    const different = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
      (file) => ours.get(file) !== theirs.get(file),
    );
    if (ours.size === 0) throw new Error('Nothing was built');
    return { different, bytes: imageOf(one) };
  } finally {
    rmSync(parent, { recursive: true });
  }
}

const npm = (cwd: string, ...words: string[]): void => {
  const env = { ...process.env, NX_DAEMON: 'false', NX_SKIP_NX_CACHE: 'true' };
  execFileSync('npm', words, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
};

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Hashes of what was built, by path. */
function built(folder: string): Map<string, string> {
  const files = ['libs', 'services', 'deploy'].flatMap((part) => filesIn(join(folder, part)));
  return new Map(
    files
      .filter((file) => file.includes('/dist/') && !file.includes('/node_modules/'))
      .map((file) => [file.slice(folder.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

/** What the stages without-development and service of the Dockerfile leave, in bytes. */
function imageOf(folder: string): TwoBuilds['bytes'] {
  const workspaces = imageWorkspaces.map((workspace) => `--workspace=${workspace}`);
  npm(folder, 'ci', '--ignore-scripts', '--prefer-offline', '--omit=dev', ...workspaces);
  const size = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0);
  const parts = ['libs', 'services', 'deploy'].flatMap((part) => filesIn(join(folder, part)));
  const isPackage = (file: string): boolean => file.includes('/node_modules/');
  const isLeft = (file: string): boolean =>
    !/\/(?:src|test|fixtures)\//.test(file.slice(folder.length)) &&
    !/^\/(?:deploy\/local|libs\/testing)\//.test(file.slice(folder.length));
  return {
    packages: size([...filesIn(join(folder, 'node_modules')), ...parts.filter(isPackage)]),
    ours: size(parts.filter((file) => !isPackage(file) && isLeft(file))),
  };
}
