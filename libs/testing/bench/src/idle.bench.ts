// npm run bench:idle -- --seconds 60: what the six services cost while nobody wants anything, and how soon an idle one answers. A
// stack of its own; ends with 1 when a service is above the bound.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { services } from '@roundtrip/contracts';
import { Client } from '@roundtrip/test-kit/client';
import { startStack } from '@roundtrip/e2e';
import { costOf, ratesBetween } from './process-cost.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    /** Long enough for what a start leaves behind: first sweeps, compiled code, garbage. */
    settle: { type: 'string', default: '60' },
    answers: { type: 'string', default: '30' },
  },
});

const bound = { wakeUpsPerSecond: 20, corePercent: 0.5 };

const stack = await startStack({ contacts: 300, env: { KAFKA_SESSION_TIMEOUT_MS: '30000' } });
try {
  await sleep(1000 * Number(values.settle));
  const pids = services.map((service) => stack.pidOf(service));
  const before = pids.map((pid) => costOf(pid));
  await sleep(1000 * Number(values.seconds));
  const rates = pids.map((pid, at) => ratesBetween(before[at] ?? costOf(pid), costOf(pid)));
  console.log(`idle for ${values.seconds} s   wake-ups/s   % of a core`);
  rates.forEach(({ wakeUpsPerSecond, corePercent }, at) => {
    const cells = [wakeUpsPerSecond.toFixed(1).padStart(10), corePercent.toFixed(2).padStart(12)];
    console.log(`${String(services[at]).padEnd(18)} ${cells.join('  ')}`);
  });
  await answerTimes();
  const above = rates.some(
    (rate) => rate.wakeUpsPerSecond > bound.wakeUpsPerSecond || rate.corePercent > bound.corePercent,
  );
  if (above) {
    console.error(
      `Above the bound of ${bound.wakeUpsPerSecond} wake-ups a second and ${bound.corePercent} % of a core.`,
    );
    process.exitCode = 1;
  }
} finally {
  await stack.stop();
}

/** A target that is saved goes from the gateway through Kafka to the targets service and back. */
async function answerTimes(): Promise<void> {
  const admin = new Client(stack.url, stack.keys.admin);
  const times: number[] = [];
  for (let n = 0; n < Number(values.answers); n++) {
    // Not in step with the fetches.
    await sleep(300 + 37 * (n % 17));
    const begin = performance.now();
    await admin.post('/v1/targets', { code: `IDLE${n}`, name: `Idle ${n}`, rule: { all: [] } });
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => `${(times[Math.floor(share * (times.length - 1))] ?? NaN).toFixed(0)} ms`;
  console.log(`a target is saved, through Kafka and back: median ${at(0.5)}, 9 of 10 in ${at(0.9)}, longest ${at(1)}`);
}
