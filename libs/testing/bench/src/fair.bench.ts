// npm run bench:fair -- --files 40 --lines 5000: how long one institution's check of one line takes while it is alone, and then, again and
// again, while another's files of that many lines are queued. A stack of its own; ends with 1 when the second takes more than twice as long.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client, downloadTemplate, editAuthorisations } from '@roundtrip/test-kit/client';
import { startStack } from '@roundtrip/e2e';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '40' },
    lines: { type: 'string', default: '5000' },
    checks: { type: 'string', default: '9' },
    share: { type: 'string', default: '0.05' },
    seed: { type: 'string', default: '1' },
  },
});
const bound = 2;
const check = { dataType: 'authorisations', action: 'check' };

const stack = await startStack({ contacts: Number(values.lines), env: { KAFKA_SESSION_TIMEOUT_MS: '30000' } });
try {
  const busy = new Client(stack.url, stack.keys.admin);
  const other = new Client(stack.url, stack.second.admin);
  const large = await downloadTemplate(busy, 'authorisations', Number(values.lines));
  const { csv: small } = editAuthorisations(firstLine(await downloadTemplate(other, 'authorisations', 1000)), 1, 1);

  await secondsOf(other, small);
  const idle = await times(Number(values.checks), () => secondsOf(other, small));
  console.log(`alone: ${said(idle)}`);

  const begin = performance.now();
  const sent: string[] = [];
  for (let n = 0; n < Number(values.files); n++) {
    // Different files: the same one again would be known.
    const { csv } = editAuthorisations(large, Number(values.share), Number(values.seed) + n);
    sent.push(await busy.import(new Blob([csv]), check));
  }
  console.log(`${sent.length} files of ${values.lines} lines sent in ${seconds(performance.now() - begin)}`);
  const beside: number[] = [];
  do beside.push(await secondsOf(other, small));
  while ((await openOf(busy)) > 0);
  console.log(`beside them: ${said(beside)}`);
  console.log(`all checked after ${seconds(performance.now() - begin)}`);
  const ratio = atAnyMoment(beside) / atAnyMoment(idle);
  console.log(`${ratio.toFixed(2)} times as long as alone, for one that is under way at any moment`);
  if (ratio > bound) {
    console.error(`Above the bound of ${bound}.`);
    process.exitCode = 1;
  }
} finally {
  await stack.stop();
}

/** From the beginning of the upload to the end that the API shows. */
async function secondsOf(client: Client, csv: string): Promise<number> {
  const begin = performance.now();
  const importId = await client.import(csv, check);
  for (;;) {
    const { state } = await client.get<{ state: string }>(`/v1/imports/${importId}`);
    if (state === 'CHECKED') return performance.now() - begin;
    if (!['QUEUED', 'VALIDATING'].includes(state)) throw new Error(`The check is ${state}`);
    await sleep(20);
  }
}

async function times(count: number, once: () => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < count; n++) all.push(await once());
  return all;
}

async function openOf(client: Client): Promise<number> {
  const { items } = await client.get<{ items: { state: string }[] }>('/v1/imports?limit=100');
  return items.filter(({ state }) => ['QUEUED', 'VALIDATING'].includes(state)).length;
}

function firstLine(template: string): string {
  return template.split('\r\n').slice(0, 2).join('\r\n');
}

/** How long the check takes that is under way at a moment that nobody has chosen: a slow one is met more often than a quick one. */
function atAnyMoment(all: readonly number[]): number {
  const sum = (of: readonly number[]): number => of.reduce((before, one) => before + one, 0);
  return sum(all.map((one) => one * one)) / sum(all);
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function said(all: readonly number[]): string {
  return `median ${seconds(median(all))}, longest ${seconds(Math.max(...all))} of ${all.length}`;
}
