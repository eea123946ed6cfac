// What the six services cost while nobody wants anything, and how soon an idle one answers.
import { setTimeout as sleep } from 'node:timers/promises';
import { services } from '@roundtrip/contracts';
import type { Client } from '@roundtrip/test-kit/client';
import type { Bench, BenchOptions } from '../bench-options.js';
import { withStack } from '../bench-stack.js';
import { costOf, type Rates, ratesBetween } from '../process-cost.js';
import type { Result } from '../results.rules.js';
import { median } from '../rounds.rules.js';

const bound = { wakeUpsPerSecond: 20, corePercent: 0.5 };
/** Long enough for what a start leaves behind: first sweeps, compiled code, garbage. */
const settleMs = 60_000;
const windowMs = 30_000;
const answers = 30;

async function run({ contacts, rounds, tell }: BenchOptions): Promise<Result> {
  return withStack({ contacts, env: { KAFKA_SESSION_TIMEOUT_MS: '30000' } }, async (stack) => {
    await sleep(settleMs);
    const pids = services.map((service) => stack.pidOf(service));
    const windows: Rates[][] = [];
    for (let round = 0; round < rounds; round++) {
      const before = pids.map((pid) => costOf(pid));
      await sleep(windowMs);
      windows.push(pids.map((pid, at) => ratesBetween(before[at]!, costOf(pid))));
      tell(`round ${round + 1} of ${rounds}`);
    }
    const rates = services.map((service, at) => ({
      service,
      wakeUpsPerSecond: median(windows.map((window) => window[at]!.wakeUpsPerSecond)),
      corePercent: median(windows.map((window) => window[at]!.corePercent)),
    }));
    const times = await answerTimes(stack.admin);
    const at = (share: number): string => `${(times[Math.floor(share * (times.length - 1))] ?? NaN).toFixed(0)} ms`;
    const above = rates.filter(
      (one) => one.wakeUpsPerSecond > bound.wakeUpsPerSecond || one.corePercent > bound.corePercent,
    );
    const most = (of: (rate: Rates) => number): number => Math.max(...rates.map(of));
    return {
      headline: `idle, the busiest service: ${most((rate) => rate.wakeUpsPerSecond).toFixed(1)} wake-ups a second, ${most((rate) => rate.corePercent).toFixed(2)} % of a core`,
      facts: [`${rounds} windows of ${windowMs / 1000} s, ${settleMs / 1000} s after the start; medians`],
      tables: [
        {
          columns: ['service', 'wake-ups/s', '% of a core'],
          rows: rates.map((one) => [one.service, one.wakeUpsPerSecond.toFixed(1), one.corePercent.toFixed(2)]),
        },
      ],
      notes: [`A target is saved, through Kafka and back: median ${at(0.5)}, 9 of 10 in ${at(0.9)}, longest ${at(1)}.`],
      failure:
        above.length > 0
          ? `${above.map(({ service }) => service).join(', ')} above ${bound.wakeUpsPerSecond} wake-ups a second or ${bound.corePercent} % of a core`
          : undefined,
    };
  });
}

/** A target that is saved goes from the gateway through Kafka to the targets service and back. */
async function answerTimes(admin: Client): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < answers; n++) {
    // Not in step with the fetches.
    await sleep(300 + 37 * (n % 17));
    const begin = performance.now();
    await admin.post('/v1/targets', { code: `IDLE${n}`, name: `Idle ${n}`, rule: { all: [] } });
    times.push(performance.now() - begin);
  }
  return times.toSorted((a, b) => a - b);
}

export const bench: Bench = { contacts: 300, rounds: 5, run };
