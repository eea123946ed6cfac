import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bucketNames, ensureBuckets, ObjectStore, type S3Settings } from '@roundtrip/files';
import {
  type Demo,
  demoFile,
  freePorts,
  portVariables,
  type ServerName,
  type StackApart,
  type StackPorts,
  startApart,
} from '@roundtrip/local-stack';
import { eventually } from '@roundtrip/test-kit/client';

const run = promisify(execFile);
const checkout = join(import.meta.dirname, '../../../../..');
/** PostgreSQL's, in the folder that it sees as the root of everything. */
const databaseUser = 999;
const postgresTools = '/usr/lib/postgresql/18/bin';

const startProgram = fileURLToPath(import.meta.resolve('@roundtrip/local-stack/start'));
const serversProgram = fileURLToPath(import.meta.resolve('@roundtrip/local-stack/servers'));
const replayProgram = fileURLToPath(import.meta.resolve('@roundtrip/replay-imports/program'));

/** What can be lost, and where it lies below the home of the stack. */
const folders = { database: 'mongo/root/data', objects: 'minio/data', kafka: 'kafka' } as const;
export type Store = keyof typeof folders;
const serverOf: Record<Store, ServerName> = { database: 'mongo', objects: 'minio', kafka: 'kafka' };

/** The product as `npm start` runs it, in a process group that can be killed as a machine room can, with backups of two of its stores. */
export class DrilledStack {
  private running: StackApart | undefined;

  private constructor(
    private readonly home: string,
    private readonly backups: string,
    private readonly ports: StackPorts,
    private readonly contacts: number,
  ) {}

  static async make(contacts: number): Promise<DrilledStack> {
    const parent = join(checkout, '.roundtrip');
    mkdirSync(parent, { recursive: true });
    const folder = mkdtempSync(join(parent, 'drill-'));
    const backups = join(folder, 'backups');
    mkdirSync(backups);
    return new DrilledStack(join(folder, 'home'), backups, await freePorts(), contacts);
  }

  get demo(): Demo {
    if (!this.running) throw new Error('The stack does not run');
    return this.running.demo;
  }

  private get env(): NodeJS.ProcessEnv {
    const { MONGO_URL: _1, KAFKA_BROKERS: _2, S3_ENDPOINT: _3, NODE_OPTIONS: _4, ...around } = process.env;
    return {
      ...around,
      ...portVariables(this.ports),
      ROUNDTRIP_HOME: this.home,
      DEMO_CONTACTS: String(this.contacts),
      ROUNDTRIP_DATABASE: 'ferretdb',
      ROUNDTRIP_OBJECT_STORE: 'minio',
      // What is asked for again after a loss is asked for soon.
      JOB_SILENCE_MS: '20000',
    };
  }

  async start(): Promise<void> {
    this.running = await startApart(startProgram, this.env);
  }

  /** Kills whatever runs, and takes away what the stores held. */
  async destroy(stores: readonly Store[]): Promise<void> {
    const { pids } = JSON.parse(readFileSync(demoFile(this.home), 'utf8')) as Demo;
    this.running?.child.kill('SIGKILL');
    for (const pid of Object.values(pids).flat()) kill(pid);
    await this.running?.ended;
    this.running = undefined;
    // PostgreSQL's own processes go when they see that the first is gone.
    await eventually(async () => ((await isAnybodyIn(this.home)) ? undefined : true), 60_000);
    for (const store of stores) rmSync(join(this.home, folders[store]), { recursive: true, force: true });
  }

  /** A copy of the database as it is at one moment, made while it works. @returns a time before that moment */
  async backUpDatabase(): Promise<Date> {
    const since = new Date();
    const root = join(this.home, 'mongo/root');
    const into = join(root, 'backup');
    mkdirSync(into, { mode: 0o700 });
    await chown(into, databaseUser, databaseUser);
    const user = `--userspec=${databaseUser}:${databaseUser}`;
    const tool = [
      `${postgresTools}/pg_basebackup`,
      '-h',
      '/run/postgresql',
      '-D',
      '/backup',
      '-X',
      'stream',
      '-c',
      'fast',
    ];
    await run('chroot', [user, root, ...tool]);
    renameSync(into, join(this.backups, 'database'));
    return since;
  }

  /** Copies every object, one after the other, while the product works. */
  async backUpObjects(): Promise<void> {
    const store = new ObjectStore(settingsOf(this.demo.s3Access));
    for (const bucket of bucketNames) {
      for await (const key of store.list(bucket, '')) {
        const pieces: Buffer[] = [];
        for await (const piece of await store.get(bucket, key)) pieces.push(piece as Buffer);
        const file = join(this.backups, 'objects', bucket, encodeURIComponent(key));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, Buffer.concat(pieces));
      }
    }
  }

  /** As deploy/restore.md says it: stores first, no service runs yet. @param lost of these, what has a backup comes from it */
  async restore(lost: readonly Store[]): Promise<void> {
    if (lost.includes('database')) {
      const copy = join(this.backups, 'database');
      await run('cp', ['-a', '--reflink=auto', copy, join(this.home, folders.database)]);
    }
    const restoresObjects = lost.includes('objects');
    const skips = lost.includes('database') && !lost.includes('kafka');
    if (!restoresObjects && !skips) return;
    const servers = await this.startServers([
      ...(restoresObjects ? [serverOf.objects] : []),
      ...(skips ? [serverOf.kafka] : []),
    ]);
    try {
      if (restoresObjects) await this.putObjects(settingsOf(servers.env));
      if (skips) await this.replayImports(['skip-unread'], servers.env);
    } finally {
      await servers.stop();
    }
  }

  /** `npm run replay-imports`. @returns what it said */
  async replayImports(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
    const options = { env: { ...this.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await run(process.execPath, [replayProgram, ...args], options).catch((error: unknown) => {
      const { code, stdout: said, stderr } = error as { code?: number; stdout?: string; stderr?: string };
      // 1: something is left to people, as it says.
      if (code === 1 && said && !stderr) return { stdout: said };
      throw error;
    });
    return stdout;
  }

  async stop(): Promise<void> {
    this.running?.child.kill('SIGTERM');
    await this.running?.ended;
    rmSync(dirname(this.home), { recursive: true, force: true });
  }

  private async startServers(
    only: readonly ServerName[],
  ): Promise<{ env: Record<string, string>; stop(): Promise<void> }> {
    const child = spawn(process.execPath, [serversProgram, '--home', this.home, '--only', only.join(',')], {
      env: this.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    let said = '';
    for await (const piece of child.stdout as AsyncIterable<Buffer>) {
      said += piece.toString('utf8');
      if (said.includes('\n')) break;
    }
    const stop = async (): Promise<void> => {
      child.kill('SIGTERM');
      await ended;
    };
    return { env: JSON.parse(said) as Record<string, string>, stop };
  }

  private async putObjects(settings: S3Settings): Promise<void> {
    await ensureBuckets(settings);
    const store = new ObjectStore(settings);
    const folder = join(this.backups, 'objects');
    const { stdout } = await run('find', [folder, '-type', 'f', '-printf', '%P\n']);
    for (const path of stdout.split('\n').filter((line) => line !== '')) {
      const [bucket, key = ''] = path.split('/');
      const known = bucketNames.find((name) => name === bucket);
      if (known) await store.put(known, decodeURIComponent(key), readFileSync(join(folder, path)));
    }
  }
}

const settingsOf = (env: Record<string, string>): S3Settings => ({
  endpoint: env['S3_ENDPOINT'] ?? '',
  accessKey: env['S3_ACCESS_KEY'] ?? '',
  secretKey: env['S3_SECRET_KEY'] ?? '',
  region: env['S3_REGION'] ?? '',
});

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Whether a process works in the folder, or below. */
async function isAnybodyIn(folder: string): Promise<boolean> {
  const { stdout } = await run('sh', [
    '-c',
    `ls -l /proc/[0-9]*/cwd /proc/[0-9]*/root 2>/dev/null | grep -cF "$1" || true`,
    'sh',
    folder,
  ]);
  return Number(stdout) > 0;
}
