// npm run fuzz:csv -- --cases 100000 --seed 1: files as people, programs and enemies make them, cut anywhere, through the CSV reader; compared with
// Python's csv module and csv-parse. Ends with 1 and the seed of the case at the first that does not hold.
import { parseArgs } from 'node:util';
import { FuzzFinding } from './check-case.js';
import { runFuzz } from './run-fuzz.js';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const cases = Number(values.cases);
const seed = Number(values.seed);

try {
  const startedAt = performance.now();
  const endings = await runFuzz({
    seed,
    cases,
    onProgress: (done) => console.log(`${done} cases, ${Math.round(process.memoryUsage().rss / 1024 ** 2)} MiB`),
  });
  console.log(
    `${cases} cases from seed ${seed} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s, no finding`,
  );
  for (const [ending, count] of [...endings].toSorted((a, b) => b[1] - a[1])) console.log(`${ending}: ${count}`);
} catch (error) {
  console.error(error instanceof FuzzFinding ? error.message : error);
  if (error instanceof FuzzFinding && error.cause) console.error(error.cause);
  process.exitCode = 1;
}
