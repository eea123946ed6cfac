// npm run faults -- --runs N --seed S: real servers, two processes of each service, several imports at once among random faults, each
// run compared with an undisturbed one of the same seed. `--only SEED` repeats one run; `--plant NAME` puts a known fault into the product, to
// show that it is found; `--cluster` runs on three brokers, with gateways behind a balancer, and disturbs those too. Ends with 1 when anything differs.
import { parseArgs } from 'node:util';
import { type FaultRun, FaultRuns } from './fault-run.js';
import { startFaultStack } from './fault-stack.js';
import { progressLine, totals } from './report.js';
import { clusterScheduleOf } from './schedule.js';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    plant: { type: 'string' },
    cluster: { type: 'boolean', default: false },
  },
});
const whole = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} must be a whole number, not ${text}`);
  return value;
};
const runs = whole('runs', values.runs ?? (values.only === undefined ? '10' : '1'));
const seedOf = (run: number): number =>
  values.only === undefined ? whole('seed', values.seed) + run : whole('only', values.only);

const { plant, cluster } = values;
const stack = await startFaultStack({ plantable: plant !== undefined, cluster });
const faultRuns = new FaultRuns(stack, cluster ? { scheduleOf: clusterScheduleOf } : {});
const done: FaultRun[] = [];
const diverged = (): boolean => done.some(({ divergences }) => divergences.length > 0);
try {
  if (plant !== undefined) await stack.plant(plant);
  // A planted fault that has been found: more of it shows nothing more.
  const found = (): boolean => plant !== undefined && diverged();
  for (let run = 0; run < runs && !found(); run++) {
    done.push(await faultRuns.run(seedOf(run)));
    console.log(progressLine(done, runs));
  }
} finally {
  const keptFor = diverged() && plant === undefined;
  await stack.stop({ keepHome: keptFor });
  if (keptFor) console.log(`Data and logs of these runs: ${stack.home}`);
}
console.log(totals(done, plant));
if (diverged()) process.exitCode = 1;
