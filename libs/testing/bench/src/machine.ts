import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';

/** What the figures of a run depend on, as lines for people. */
export function machineFacts(): string[] {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return [
    `${distribution()}, kernel ${release()}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory}`,
    `Node ${process.versions.node} (V8 ${process.versions.v8}), commit ${commit()}`,
  ];
}

/** The average number of processes that wanted a core, over the last minute. */
export const load = (): string => loadavg()[0]!.toFixed(1);

function distribution(): string {
  try {
    return /^PRETTY_NAME="?(.*?)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform;
  } catch {
    return process.platform;
  }
}

function commit(): string {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    // Not the papers: a bench writes into them.
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', ':/*.ts', ':/*.py').trim() !== '';
    return git('rev-parse', '--short', 'HEAD').trim() + (changed ? ' and changes' : '');
  } catch {
    return 'unknown';
  }
}
