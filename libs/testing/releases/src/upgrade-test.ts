import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase, walkHistories } from '@roundtrip/database';
import { freePorts, portVariables, startApart, startStack } from '@roundtrip/local-stack';
import { Client, downloadTemplate, editAuthorisations, eventually, finished } from '@roundtrip/test-kit/client';
import { newestRelease } from './released.js';

// `npm run upgrade-test`: the last release is installed and started, makes jobs of every state and is stopped in the middle of others; this
// checkout is started on the same data. Everything has to end as if there had been one release. Takes some minutes; ends with 1 at the first
// that is not so.

const CONTACTS = 4_000;
const checkout = join(import.meta.dirname, '../../../..');

interface Job {
  importId?: string;
  templateId?: string;
  state: string;
  counts?: Record<string, number> | null;
}
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

function must(is: boolean, what: string): void {
  say(`${is ? 'ok      ' : 'FAILED  '}${what}`);
  if (!is) throw new Error(what);
}

const run = (cwd: string, command: string, ...words: string[]): void => {
  const env = { ...process.env, NX_DAEMON: 'false', npm_config_audit: 'false' };
  execFileSync(command, words, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
};

/** The release as it was, built. */
function install(folder: string, commit: string): void {
  run(checkout, 'git', 'worktree', 'add', '--detach', folder, commit);
  run(folder, 'npm', 'ci', '--ignore-scripts', '--prefer-offline');
  run(folder, 'npm', 'run', 'build');
}

const list = async (client: Client, path: 'imports' | 'templates'): Promise<Job[]> =>
  (await client.get<{ items: Job[] }>(`/v1/${path}?limit=200`)).items;

const authorisations = { dataType: 'authorisations' };

/** Jobs that are over when the release is stopped: their states, by what they are. */
async function finishedJobs(client: Client, template: string): Promise<void> {
  const file = (seed: number): string => editAuthorisations(template, 0.02, seed).csv;
  const over = async (fields: Record<string, string>, csv: string): Promise<string> => {
    const importId = await client.import(csv, fields);
    await finished(client, importId);
    return importId;
  };
  await over({ ...authorisations, action: 'check' }, file(1));
  const updated = await over({ ...authorisations, action: 'update' }, file(2));
  const { importId: undone } = await client.post<{ importId: string }>(`/v1/imports/${updated}/undo`);
  await finished(client, undone);
  const [stranger = ''] = file(3).trimEnd().split('\r\n').slice(-1);
  const withStranger = `${file(3)}${stranger.replace(/^[^;,]*/, 'nobody-1')}\r\n`;
  await over({ ...authorisations, action: 'update', onConflict: 'overwrite' }, withStranger);
  await over({ ...authorisations, action: 'check' }, 'no;header;of;ours\r\n1;2;3;4\r\n');
  const cancelled = await client.import(file(4), { ...authorisations, action: 'update', onConflict: 'overwrite' });
  // It may be over before that.
  await client.send('POST', `/v1/imports/${cancelled}/cancel`, {});
  await finished(client, cancelled);
}

/** Jobs that are under way, or wait, when the release is stopped. */
async function openJobs(client: Client, template: string): Promise<void> {
  for (let seed = 10; seed < 18; seed++) {
    const action = seed % 4 === 3 ? 'check' : 'update';
    await client.import(editAuthorisations(template, 0.3, seed).csv, {
      ...authorisations,
      action,
      onConflict: 'overwrite',
      overwriteRefusals: 'true',
    });
  }
  const { items } = await client.get<{ items: { targetId: string }[] }>('/v1/targets?limit=1');
  for (const dataType of ['criteria', 'authorisations'])
    await client.post('/v1/templates', { dataType, targetId: items[0]?.targetId });
}

const isOpen = ({ state }: Job): boolean => ['QUEUED', 'VALIDATING', 'APPLYING', 'RUNNING'].includes(state);
const said = (jobs: readonly Job[]): string => {
  const states = new Map<string, number>();
  for (const { state } of jobs) states.set(state, (states.get(state) ?? 0) + 1);
  return [...states].map(([state, count]) => `${count} ${state}`).join(', ');
};

async function test(folder: string, home: string): Promise<void> {
  const release = newestRelease();
  say(`Installing ${release.version} (${release.commit})`);
  install(folder, release.commit);
  const ports = await freePorts();
  const env = { ...process.env, ROUNDTRIP_HOME: home, DEMO_CONTACTS: String(CONTACTS) };
  const old = await startApart(join(folder, 'deploy/local/dist/start.js'), { ...env, ...portVariables(ports) });
  let wereOver: Job[];
  try {
    const admin = new Client(old.demo.url, old.demo.keys.admin);
    const template = await downloadTemplate(admin, 'authorisations', CONTACTS);
    await finishedJobs(admin, template);
    await openJobs(admin, template);
    await eventually(async () => {
      const states = (await list(admin, 'imports')).map(({ state }) => state);
      return states.includes('APPLYING') && states.includes('QUEUED') ? true : undefined;
    }, 120_000);
    const jobs = [...(await list(admin, 'imports')), ...(await list(admin, 'templates'))];
    wereOver = jobs.filter((job) => !isOpen(job));
    say(`Stopping ${release.version} with ${said(jobs)}`);
  } finally {
    old.child.kill('SIGTERM');
    await old.ended;
  }

  say('Starting this checkout on the same data');
  const running = await startStack({
    home,
    ports,
    env,
    log: () => {},
    signal: new AbortController().signal,
  });
  try {
    const admin = new Client(running.demo.url, running.demo.keys.admin);
    const imports = await eventually(async () => {
      const found = await list(admin, 'imports');
      return found.some(isOpen) ? undefined : found;
    }, 600_000);
    const templates = await eventually(async () => {
      const found = await list(admin, 'templates');
      return found.some(isOpen) ? undefined : found;
    }, 300_000);
    const now = [...imports, ...templates];
    say(`All are over: ${said(now)}`);
    const idOf = ({ importId, templateId }: Job): string => importId ?? templateId ?? '';
    const same = wereOver.filter((job) => {
      const found = now.find((one) => idOf(one) === idOf(job));
      return found?.state === job.state && JSON.stringify(found.counts) === JSON.stringify(job.counts);
    });
    must(same.length === wereOver.length, `${wereOver.length} jobs that were over are as they were`);
    must(!now.some(({ state }) => state === 'FAILED'), 'no job has failed');
    const late = now.filter((job) => !wereOver.some((one) => idOf(one) === idOf(job)));
    must(late.length > 0, `${late.length} jobs of the release came to their end here: ${said(late)}`);
    const database = await connectDatabase(running.demo.mongo);
    try {
      const { faults, changes } = await walkHistories(database, 'demo');
      for (const fault of faults) say(`        ${fault}`);
      must(faults.length === 0, `the histories of all contacts are whole: ${changes} changes, each once`);
    } finally {
      await database.close();
    }
    const again = await admin.import(
      editAuthorisations(await downloadTemplate(admin, 'authorisations', CONTACTS), 0.01, 99).csv,
      {
        ...authorisations,
        action: 'check',
      },
    );
    must((await finished(admin, again)).state === 'CHECKED', 'a new file is checked');
  } finally {
    await running.stop();
  }
}

// Beside no other node_modules.
const folder = mkdtempSync(join(tmpdir(), 'roundtrip-upgrade-'));
const release = join(folder, 'release');
try {
  await test(release, join(folder, 'home'));
  rmSync(folder, { recursive: true, force: true });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}: see ${folder}\n`);
  process.exitCode = 1;
} finally {
  run(checkout, 'git', 'worktree', 'remove', '--force', release);
}
