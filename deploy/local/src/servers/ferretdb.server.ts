// The database speaks MongoDB's protocol and is FerretDB on PostgreSQL with DocumentDB. Both run under chroot in a copy
// of the installed tree that belongs to this stack alone. The copy consists of hard links, so that it costs no disk and
// half a second; only the database files are its own. Under chroot it does not matter where the home folder is: the
// processes (user 999) need not be allowed to walk there, and the path of the Unix socket between them is always short.
import { execFile, execFileSync } from 'node:child_process';
import {
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { StackPorts } from '../ports.js';
import { processIdentity } from '../processes/process-identity.js';
import { accepts } from './ready-checks.js';
import type { ProcessSpec } from '../processes/supervised-process.js';

const run = promisify(execFile);
const postgresBin = '/usr/lib/postgresql/18/bin';
const userId = 999;
const settings = join(import.meta.dirname, '../../postgres/postgresql.conf');

export function ferretdbServer(home: string, ports: StackPorts, installedRoot: string): ProcessSpec[] {
  const root = linkedRoot(home, installedRoot);
  const inRoot = (command: string, ...args: string[]) => [
    `--userspec=${String(userId)}:${String(userId)}`,
    root,
    command,
    ...args,
  ];
  // Nothing else of the caller's environment is meant for PostgreSQL: PGDATA or LD_PRELOAD would harm.
  const env = { PATH: process.env['PATH'], LANG: 'C.UTF-8', DO_NOT_TRACK: '1' };
  return [
    {
      name: 'postgres',
      isServer: true,
      command: 'chroot',
      args: inRoot(`${postgresBin}/postgres`, '-D', '/data'),
      env,
      whenMissing: 'It is part of coreutils.',
      // Fast shutdown: SIGTERM would wait for clients to go by themselves.
      stopSignal: 'SIGINT',
      stopGraceMs: 20_000,
      ready: async () => {
        await run('chroot', inRoot(`${postgresBin}/pg_isready`, '-q', '-h', '/run/postgresql'));
        return true;
      },
      readyWithinMs: 120_000,
      // After a kill -9, backends may need a moment to notice; until then the next start is refused.
      startAttempts: 5,
      beforeStart: () => {
        const copy = join(root, 'data/postgresql.conf');
        copyFileSync(settings, copy);
        chownSync(copy, userId, userId);
        removeStaleLock(root);
      },
    },
    {
      name: 'ferretdb',
      isServer: true,
      command: 'chroot',
      args: inRoot(
        '/usr/bin/ferretdb',
        '--postgresql-url=postgres://postgres@/postgres?host=/run/postgresql&pool_max_conns=40',
        `--listen-addr=127.0.0.1:${String(ports.mongo)}`,
        '--debug-addr=-',
        '--no-auth',
        '--telemetry=disable',
        '--log-level=WARN',
        '--state-dir=/var/lib/ferretdb',
      ),
      env,
      stopGraceMs: 10_000,
      ready: () => accepts(ports.mongo),
      readyWithinMs: 120_000,
    },
  ];
}

/** Answers the stack's own root; made anew when another version was installed, with the same database files. */
function linkedRoot(home: string, installedRoot: string): string {
  const folder = join(home, 'mongo');
  const root = join(folder, 'root');
  const mark = join(folder, 'installed-root');
  const next = join(folder, 'root.new');
  if (existsSync(root) && existsSync(mark) && readFileSync(mark, 'utf8') === installedRoot) return root;
  mkdirSync(folder, { recursive: true });
  rmSync(next, { recursive: true, force: true });
  copyTree(installedRoot, next);
  const data = join(next, 'data');
  if (existsSync(join(root, 'data'))) renameSync(join(root, 'data'), data);
  else execFileSync('cp', ['-a', '--reflink=auto', join(dirname(installedRoot), 'data'), data]);
  rmSync(root, { recursive: true, force: true });
  renameSync(next, root);
  writeFileSync(mark, installedRoot);
  return root;
}

function copyTree(from: string, to: string): void {
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
  } catch {
    // The home is on another file system, where links cannot reach.
    rmSync(to, { recursive: true, force: true });
    execFileSync('cp', ['-a', '--reflink=auto', from, to]);
  }
}

/** PostgreSQL refuses to start when the process id in its lock file is in use again, by whatever program. */
function removeStaleLock(root: string): void {
  const file = join(root, 'data/postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const identity = processIdentity(pid);
  const isPostgres =
    identity !== undefined &&
    readFileSync(`/proc/${String(pid)}/comm`, 'utf8')
      .trim()
      .startsWith('postgres');
  if (!isPostgres) rmSync(file);
}
