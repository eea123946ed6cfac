// SeaweedFS is four servers in one process: the master knows which volumes there are, the volume server holds bytes, the filer holds names, and
// the S3 gateway is what clients talk to. The first three answer whoever reaches them: what they have to say by HTTP is closed (the filer) or
// needs a token of theirs (the volume server), but their gRPC would need certificates. So they listen on this machine alone.
import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ProcessSpec } from '../processes/supervised-process.js';
import { freePort } from '../ports.js';
import { StackError } from '../stack-error.js';
import { whoListens } from '../who-listens.js';
import { accepts, answersOk } from './ready-checks.js';
import { seaweedfsIdentities } from './seaweedfs-identities.js';
import type { ServerPlace, ServerTls } from './server-place.js';

const run = promisify(execFile);
const host = '127.0.0.1';
const inside = ['master', 'volume', 'filer', 's3'] as const;

export async function seaweedfsServer({ home, ports, path, secrets, tls }: ServerPlace): Promise<ProcessSpec[]> {
  const folder = join(home, 'seaweedfs');
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const settings = join(folder, 's3.json');
  // Passwords and rights may be others than at the last start.
  rmSync(settings, { force: true });
  writeFileSync(settings, JSON.stringify(seaweedfsIdentities(secrets), undefined, 2), { mode: 0o600 });
  const { grpc, ...inner } = await innerPorts(folder);
  const http = { ...inner, s3: ports.minio };
  const address = (name: 'master' | 'filer') => `${host}:${String(http[name])}.${String(grpc[name])}`;
  const env = environment(folder, secrets.s3SecretKey);
  return [
    {
      name: 'seaweedfs',
      isServer: true,
      command: path,
      args: [
        '-logtostderr=true',
        'server',
        `-ip=${host}`,
        `-ip.bind=${host}`,
        `-dir=${data}`,
        '-s3',
        `-s3.config=${settings}`,
        ...inside.flatMap((name) => [
          `-${name}.port=${String(http[name])}`,
          `-${name}.port.grpc=${String(grpc[name])}`,
        ]),
        // A master that waits for no others; else each start takes it an election of ten seconds.
        '-master.peers=none',
        '-master.telemetry=false',
        // Volumes grow with what is in them: both are only bounds, 200 GiB together.
        '-master.volumeSizeLimitMB=1024',
        '-volume.max=200',
        '-volume.preStopSeconds=0',
        '-filer.disableHttp',
        `-filer.localSocket=${join(folder, 'filer.sock')}`,
        `-s3.localSocket=${join(folder, 's3.sock')}`,
        // As MinIO: who writes into a bucket that is not there is told so.
        '-s3.autoCreateBucket=false',
        '-s3.port.iceberg=0',
        '-s3.port.lance=0',
        ...certificate(tls),
      ],
      // It reads its configuration from the folder in which it is started, and from the home of the user.
      cwd: folder,
      env,
      // Its filer waits fifteen seconds for its own gateway to go; what it has acknowledged is on the disk by then.
      stopGraceMs: 2_000,
      ready: async () => {
        const answers = await (tls ? accepts(http.s3) : answersOk(`http://${host}:${String(http.s3)}/healthz`));
        if (answers) await syncBeforeAnswer(path, folder, env, address);
        return answers;
      },
      readyWithinMs: 120_000,
    },
  ];
}

interface InnerPorts {
  master: number;
  volume: number;
  filer: number;
  grpc: Record<(typeof inside)[number], number>;
}

/**
 * Free ones at the first start of a home, later the same: a master on another port is to it another master, which does not know the volumes and
 * therefore makes no new ones, so that a bucket without room takes nothing any more.
 */
async function innerPorts(folder: string): Promise<InnerPorts> {
  const file = join(folder, 'ports.json');
  if (!existsSync(file)) {
    const http = { master: await freePort(), volume: await freePort(), filer: await freePort() };
    const grpc = { master: await freePort(), volume: await freePort(), filer: await freePort(), s3: await freePort() };
    writeFileSync(`${file}.new`, JSON.stringify({ ...http, grpc }, undefined, 2));
    renameSync(`${file}.new`, file);
  }
  const known = JSON.parse(readFileSync(file, 'utf8')) as InnerPorts;
  const { grpc, ...http } = known;
  for (const port of [...Object.values(http), ...Object.values(grpc)]) {
    if (!(await accepts(port))) continue;
    throw new StackError(
      `Port ${String(port)} (inside SeaweedFS, ${file}) is in use${whoListens(port)}: stop that; the store of this home keeps to its ports.`,
    );
  }
  return known;
}

/** Tokens of its parts for each other are made of secrets of ours, and one volume a bucket is enough to begin with. */
function environment(folder: string, secret: string): NodeJS.ProcessEnv {
  const keys = ['JWT_SIGNING_KEY', 'JWT_SIGNING_READ_KEY', 'JWT_FILER_SIGNING_KEY', 'JWT_FILER_SIGNING_READ_KEY'];
  const signing = keys.map((name) => [`WEED_${name}`, createHmac('sha256', secret).update(name).digest('hex')]);
  return { ...process.env, HOME: folder, ...Object.fromEntries(signing), WEED_MASTER_VOLUME_GROWTH_COPY_1: '1' };
}

const certificate = (tls: ServerTls | undefined): string[] =>
  tls ? [`-s3.cert.file=${tls.certFile}`, `-s3.key.file=${tls.keyFile}`] : [];

/**
 * Has it bring an object and its name to the disk before it says that it has it, as MinIO does. It is a rule that its filer keeps, and no option
 * of the start.
 */
async function syncBeforeAnswer(
  path: string,
  folder: string,
  env: NodeJS.ProcessEnv,
  address: (name: 'master' | 'filer') => string,
): Promise<void> {
  const mark = join(folder, 'synced');
  if (existsSync(mark)) return;
  const shell = run(path, ['shell', `-master=${address('master')}`, `-filer=${address('filer')}`], {
    cwd: folder,
    env,
    timeout: 20_000,
  });
  shell.child.stdin?.end('fs.configure -locationPrefix=/buckets/ -fsync -apply\nfs.configure\n');
  const { stdout } = await shell;
  // Its shell ends with 0 also when a command has failed.
  if (!/"fsync":\s*true/.test(stdout)) throw new Error(`The rule was not taken: ${stdout}`);
  writeFileSync(mark, '');
}
