// npm run profile -- check|update|template --service bulk-update --lines 100000: where the services spend their CPU time in one stage of an
// import. The stage runs once before, so that what is recorded is compiled code. Prints CPU time a line of each service and its heaviest
// functions by package, and leaves a .cpuprofile of each for a viewer (Chromium's developer tools, speedscope).
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ServiceName, services } from '@roundtrip/contracts';
import { Client, downloadTemplate, editAuthorisations, eventually, finished } from '@roundtrip/test-kit/client';
import { startStack } from '@roundtrip/e2e';
import { costOf } from './process-cost.js';
import { type CpuProfile, summaryOf } from './profile-summary.js';

const stages = ['check', 'update', 'template'] as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Absent: those that take part in the stage. */
    service: { type: 'string' },
    lines: { type: 'string', default: '100000' },
    share: { type: 'string', default: '0.05' },
    seed: { type: 'string', default: '1' },
    functions: { type: 'string', default: '6' },
    packages: { type: 'string', default: '8' },
  },
});
const [stage = 'check'] = positionals;
if (!stages.some((one) => one === stage)) throw new Error(`There is no stage ${stage}: choose ${stages.join(', ')}`);
if (values.service !== undefined && !services.some((one) => one === values.service)) {
  throw new Error(`There is no service ${values.service}: choose ${services.join(', ')}`);
}
const lines = Number(values.lines);
const parts: readonly ServiceName[] =
  stage === 'template' ? ['targets', 'template-export'] : ['gateway', 'import-validation', 'bulk-update'];
const looked = values.service === undefined ? parts : [values.service as ServiceName];

const folder = join(import.meta.dirname, '../../../../.roundtrip/profiles');
mkdirSync(folder, { recursive: true });
const hook = new URL('profile-hook.js', import.meta.url).href;
const stack = await startStack({
  contacts: lines,
  env: {
    PROFILE_FOLDER: folder,
    SERVICE_NODE_OPTIONS: `--max-old-space-size=160 --import ${hook}`,
    KAFKA_SESSION_TIMEOUT_MS: '30000',
  },
});
try {
  const admin = new Client(stack.url, stack.keys.admin);
  await prepare(admin, Number(values.seed)).then((work) => work());
  const work = await prepare(admin, Number(values.seed) + 1);
  const pids = looked.map((service) => stack.pidOf(service));
  const all = services.map((service) => stack.pidOf(service));
  toggle(pids);
  const before = all.map((pid) => costOf(pid).cpuSeconds);
  const begin = performance.now();
  await work();
  const seconds = (performance.now() - begin) / 1000;
  const after = all.map((pid) => costOf(pid).cpuSeconds);
  toggle(pids);
  console.log(`${stage} of ${lines} lines: ${seconds.toFixed(1)} s, ${Math.round(lines / seconds)} lines/s`);
  for (const [at, service] of services.entries()) {
    const microseconds = ((after[at]! - before[at]!) * 1e6) / lines;
    console.log(`${service.padEnd(18)} ${microseconds.toFixed(1).padStart(7)} µs of CPU a line`);
  }
  for (const [at, service] of looked.entries()) await show(service, pids[at]!);
} finally {
  await stack.stop();
}

/** @returns what the stage does, once what it needs is there */
async function prepare(admin: Client, seed: number): Promise<() => Promise<unknown>> {
  if (stage === 'template') return () => downloadTemplate(admin, 'authorisations', lines);
  const template = await downloadTemplate(admin, 'authorisations', lines);
  const { csv } = editAuthorisations(template, Number(values.share), seed);
  return async () => {
    const importId = await admin.import(new Blob([csv]), { dataType: 'authorisations', action: stage });
    const { state, counts } = await finished(admin, importId, 3_600_000);
    console.log(state, JSON.stringify(counts));
  };
}

function toggle(pids: readonly number[]): void {
  for (const pid of pids) process.kill(pid, 'SIGUSR2');
}

async function show(service: ServiceName, pid: number): Promise<void> {
  const written = join(folder, `${pid}.cpuprofile`);
  await eventually(() => Promise.resolve(existsSync(written) || undefined));
  const kept = join(folder, `${stage}-${service}.cpuprofile`);
  rmSync(kept, { force: true });
  renameSync(written, kept);
  const { microseconds, packages } = summaryOf(JSON.parse(readFileSync(kept, 'utf8')) as CpuProfile);
  const aLine = (took: number): string => (took / lines).toFixed(2).padStart(7);
  console.log(`\n${service}: ${aLine(microseconds).trim()} µs a line in its main thread, as recorded in ${kept}`);
  for (const one of packages.slice(0, Number(values.packages))) {
    const percent = ((100 * one.microseconds) / microseconds).toFixed(1);
    console.log(`${aLine(one.microseconds)} ${percent.padStart(5)} %  ${one.name}`);
    if (one.functions.length === 1) continue;
    for (const { name, microseconds: took } of one.functions.slice(0, Number(values.functions))) {
      console.log(`${aLine(took)}            ${name}`);
    }
  }
}
