// npm run soak -- --minutes 60: everything that people do, all the time, and nothing goes wrong: reads, tours, imports that are taken back, browsers that
// follow. Tells how long reads take, what each process holds at the start, in the middle and at the end, and how far the services are behind
// when it is over. Ends with 1 when something has grown, is behind, or has failed.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { services } from '@roundtrip/contracts';
import { clientAccess, kafkaAccess, withAdmin } from '@roundtrip/kafka';
import { Client, editAuthorisations, eventually, finished, type ImportAnswer } from '@roundtrip/test-kit/client';
import { FollowingBrowser } from '@roundtrip/test-kit/following-browser';
import { consumerLag } from '@roundtrip/test-kit/consumer-lag';
import { Kafka, logLevel } from 'kafkajs';
import { type BenchStack, withStack } from './bench-stack.js';
import { everybody, everybodysTemplate } from './everybody.js';
import { type Course, courseOf, growthIn, type Holdings } from './soak.rules.js';

const readsPerSecond = 40;
const readers = 8;
const followers = 20;
const samples = 120;
const patienceMs = 120_000;

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, contacts: { type: 'string', default: '20000' } },
});
const minutes = Number(values.minutes);
const contacts = Number(values.contacts);
if (!(minutes > 0) || !Number.isSafeInteger(contacts) || contacts < 1) {
  console.error('npm run soak -- --minutes 60 --contacts 20000');
  process.exit(2);
}
const problems: string[] = [];
const done = { tours: 0, imports: 0, lines: 0 };

await withStack({ contacts, env: { EVENT_STREAMS_PER_KEY: '100' } }, async (stack) => {
  const targetId = await everybody(stack);
  const template = await everybodysTemplate(stack, targetId);
  const browsers = await Promise.all(
    Array.from({ length: followers }, () => FollowingBrowser.open(stack.url, stack.keys.viewer)),
  );
  const ended: { id: string; state: string }[] = [];
  const end = Date.now() + minutes * 60_000;
  const until = async (work: () => Promise<void>): Promise<void> => {
    while (Date.now() < end) {
      await work().catch((error: unknown) => {
        problems.push(error instanceof Error ? error.message : String(error));
        return sleep(5_000);
      });
    }
  };
  let turn = 0;
  const [reads, courses] = await Promise.all([
    read(stack),
    watch(stack, end),
    until(() => tour(stack)),
    until(async () => {
      ended.push(...(await updateAndUndo(stack.admin, template, turn++)));
    }),
  ]);

  for (const browser of browsers) {
    problems.push(...(await browser.problems(ended.slice(-50), patienceMs)));
    browser.close();
  }
  const behind = await lagAfter(stack);
  if (behind > 0) problems.push(`${behind} messages are not dealt with`);
  problems.push(...courses.flatMap(growthIn));
  tell(reads, courses, behind);
});
if (problems.length > 0) {
  console.log(`\n${problems.length} problems:\n${[...new Set(problems)].map((one) => `  ${one}`).join('\n')}`);
  process.exitCode = 1;
} else {
  console.log('\nNothing has grown, nothing is behind, nothing has failed.');
}

/** What pages ask for, at an even rate. */
async function read(stack: BenchStack): Promise<autocannon.Result> {
  const headers = { authorization: `Bearer ${stack.keys.viewer}` };
  const paths = [
    '/v1/contacts?limit=20',
    '/v1/contacts?query=ma',
    '/v1/imports',
    '/v1/templates',
    '/v1/targets',
    '/v1/me',
  ];
  const result = await autocannon({
    url: stack.url,
    connections: readers,
    overallRate: readsPerSecond,
    duration: minutes * 60,
    timeout: 30,
    requests: paths.map((path) => ({ method: 'GET', path, headers })),
  });
  const refused = result.non2xx + result.errors + result.timeouts;
  if (refused > 0) problems.push(`${refused} of ${result.requests.total} reads were not answered well`);
  return result;
}

async function tour(stack: BenchStack): Promise<void> {
  const program = fileURLToPath(import.meta.resolve('@roundtrip/tour/program'));
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, NODE_OPTIONS: '', ROUNDTRIP_HOME: stack.home },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`A tour ended with ${String(code)}: ${complaint.slice(0, 300)}`);
  done.tours += 1;
}

/** A third of the lines changed and taken back, so that the next file fits again. @returns both imports */
async function updateAndUndo(admin: Client, template: string, seed: number): Promise<{ id: string; state: string }[]> {
  const { csv, lines } = editAuthorisations(template, 0.3, seed);
  const update = await finished(admin, await admin.import(csv, { dataType: 'authorisations', action: 'update' }));
  const asked = await admin.post<ImportAnswer>(`/v1/imports/${update.importId}/undo`, { overwriteRefusals: true });
  const undo = await finished(admin, asked.importId);
  done.imports += 2;
  done.lines += lines;
  return [update, undo].map(({ importId, state }) => ({ id: importId, state }));
}

/** Looks at every process of ours at even distances until the end. */
async function watch(stack: BenchStack, end: number): Promise<Course[]> {
  const seen = new Map<string, Holdings[]>();
  const distance = (minutes * 60_000) / samples;
  for (let at = Date.now() + distance; at <= end; at += distance) {
    await sleep(Math.max(0, at - Date.now()));
    for (const service of services) {
      for (const pid of stack.pidsOf(service)) {
        const name = `${service} ${pid}`;
        seen.set(name, [...(seen.get(name) ?? []), holdingsOf(pid)]);
      }
    }
  }
  // One that was started again in between has ended, which nothing here did.
  if (seen.size > services.length) problems.push(`a process has ended: there were ${[...seen.keys()].join(', ')}`);
  return [...seen].flatMap(([name, all]) => (all.length < 10 ? [] : [courseOf(name.split(' ')[0] ?? name, all)]));
}

function holdingsOf(pid: number): Holdings {
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  const targets = readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
    } catch {
      // Closed meanwhile.
      return [];
    }
  });
  return {
    residentMiB: Number(resident) / 1024,
    handles: targets.length,
    sockets: targets.filter((target) => target.startsWith('socket:')).length,
  };
}

/** What is left when all was asked for: it must come to nothing. */
async function lagAfter(stack: BenchStack): Promise<number> {
  const kafka = new Kafka({ clientId: 'soak', ...clientAccess(kafkaAccess(stack.env)), logLevel: logLevel.NOTHING });
  return withAdmin(kafka, async (admin) => {
    let behind = NaN;
    await eventually(async () => {
      behind = await consumerLag(admin);
      return behind === 0 ? true : undefined;
    }, patienceMs).catch(() => undefined);
    return behind;
  });
}

function tell({ latency, requests }: autocannon.Result, courses: readonly Course[], behind: number): void {
  const three = (course: Course, show: (holdings: Holdings) => string): string =>
    [course.start, course.middle, course.end].map(show).join(' → ');
  console.log(
    [
      `${minutes} minutes, ${contacts.toLocaleString('en')} contacts: ${done.tours} tours, ${done.imports} imports and undos over ${done.lines.toLocaleString('en')} lines, ${followers} browsers`,
      `${requests.total.toLocaleString('en')} reads: p50 ${latency.p50} ms, p97.5 ${latency.p97_5} ms, p99 ${latency.p99} ms, longest ${latency.max} ms; behind at the end: ${behind} messages`,
      '',
      '| process | resident MiB | handles | sockets |',
      '|---|---|---|---|',
      ...courses.map(
        (course) =>
          `| ${course.process} | ${three(course, ({ residentMiB }) => residentMiB.toFixed(0))} | ${three(course, ({ handles }) => String(handles))} | ${three(course, ({ sockets }) => String(sockets))} |`,
      ),
    ].join('\n'),
  );
}
