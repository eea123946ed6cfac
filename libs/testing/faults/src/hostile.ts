// npm run hostile -- --minutes 5: one institution does its worst with its own keys, and strangers do without, while another's officer walks
// the tour again and again. A stack of its own; ends with 1 when a tour fails, a service is started again or takes more memory than it may.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { services } from '@roundtrip/contracts';
import { attack, attacksOf } from './attacks.js';
import { startStack } from '@roundtrip/e2e';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, contacts: { type: 'string', default: '10000' } },
});
/** What a container of a service may have in docker-compose.yml. */
const MAX_MIB = 512;

const stack = await startStack({ contacts: Number(values.contacts), env: { KAFKA_SESSION_TIMEOUT_MS: '30000' } });
const problems: string[] = [];
try {
  const pids = new Map(services.map((service) => [service, stack.pidOf(service)]));
  await tour('alone');
  const until = Date.now() + 60_000 * Number(values.minutes);
  const stop = new AbortController();
  const attacks = attack(attacksOf(stack.url, stack.second), stop.signal);
  while (Date.now() < until) {
    await tour('beside the load');
    await sleep(1_000);
  }
  stop.abort();
  for (const [name, answers] of await attacks) {
    console.log(`${name}: ${[...answers].map(([answer, count]) => `${count} × ${answer}`).join(', ')}`);
    const failed = [...answers.keys()].filter((answer) => answer.startsWith('5') && answer !== '503');
    if (failed.length > 0) problems.push(`${name} were answered with ${failed.join(', ')}`);
  }
  for (const service of services) {
    const mebibytes = Math.round(await stack.memoryOf(service));
    console.log(`${service}: at most ${mebibytes} MiB`);
    if (mebibytes > MAX_MIB) problems.push(`${service} took ${mebibytes} MiB`);
    if (stack.pidOf(service) !== pids.get(service)) problems.push(`${service} was started again`);
  }
} finally {
  await stack.stop();
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

async function tour(when: string): Promise<void> {
  const begin = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('@roundtrip/tour/program'))], {
    env: { ...process.env, ROUNDTRIP_HOME: stack.home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  console.log(
    `tour ${when}: ${code === 0 ? 'passed' : 'failed'} in ${((performance.now() - begin) / 1000).toFixed(1)} s`,
  );
  if (code === 0) return;
  problems.push(`a tour ${when} failed`);
  console.error(said.slice(-2_000));
}
