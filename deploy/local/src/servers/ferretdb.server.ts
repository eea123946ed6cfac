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
import type { ServerPlace, ServerTls } from './server-place.js';
import type { ProcessSpec } from '../processes/supervised-process.js';

const run = promisify(execFile);
const postgresBin = '/usr/lib/postgresql/18/bin';
const userId = 999;
/** Hexadecimal passwords need no escape in what is written with them here. */
export const databaseUser = 'roundtrip';
const settings = join(import.meta.dirname, '../../postgres/postgresql.conf');

export function ferretdbServer({ home, ports, path: installedRoot, secrets, tls }: ServerPlace): ProcessSpec[] {
  const root = linkedRoot(home, installedRoot);
  let hasUser = false;
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
        ...listening(root, ports, tls),
        '--debug-addr=-',
        '--telemetry=disable',
        '--log-level=WARN',
        '--state-dir=/var/lib/ferretdb',
      ),
      env,
      stopGraceMs: 10_000,
      ready: () => accepts(ports.mongo),
      readyWithinMs: 120_000,
      beforeStart: () => {
        // Once: after a crash of both, this one may be the first to start again.
        if (hasUser) return;
        const tool = inRoot(`${postgresBin}/psql`, '-qX', '-h', '/run/postgresql', '-v', 'ON_ERROR_STOP=1');
        // By its input: arguments are for every user of the machine to read.
        const input = userStatements(secrets.mongoPassword);
        execFileSync('chroot', tool, { env, input, stdio: ['pipe', 'ignore', 'pipe'] });
        hasUser = true;
      },
    },
  ];
}

/**
 * Users are PostgreSQL's. FerretDB asks who one is and does all its work in its own name, so that a user for each service with rights of
 * its own would have no fewer than another: there is one.
 */
const userStatements = (password: string): string => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${databaseUser}') then
      perform documentdb_api.create_user('{"createUser":"${databaseUser}","pwd":"${password}","roles":[
        {"role":"readWriteAnyDatabase","db":"admin"},{"role":"clusterAdmin","db":"admin"}]}');
    end if;
  end $$;
  alter role ${databaseUser} password '${password}';
`;

function listening(root: string, ports: StackPorts, tls: ServerTls | undefined): string[] {
  const address = `127.0.0.1:${String(ports.mongo)}`;
  if (tls === undefined) return [`--listen-addr=${address}`];
  const files = { cert: tls.certFile, key: tls.keyFile };
  const options = Object.entries(files).map(([name, file]) => {
    const path = `/var/lib/ferretdb/tls-${name}.pem`;
    copyFileSync(file, join(root, path));
    chownSync(join(root, path), userId, userId);
    return `--listen-tls-${name}-file=${path}`;
  });
  return ['--listen-addr=', `--listen-tls=${address}`, ...options];
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
