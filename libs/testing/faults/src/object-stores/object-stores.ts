// npm run object-stores -- --kills 20 --only seaweedfs: what deploy/local/README.md says of the object stores that the embedded stack can run. For
// each: how soon it takes an object, how much memory it takes, and what is left of what several writers put while it is killed with -9 and started
// again. Ends with 1 when an acknowledged object is not there, or one stands there half.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureBuckets, ObjectStore } from '@roundtrip/files';
import { freePorts, type ObjectStoreKind, objectStoreKinds, startServers } from '@roundtrip/local-stack';
import { Writers } from './writers.js';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '20' }, only: { type: 'string' } },
});
const kills = Number(values.kills);
if (!Number.isSafeInteger(kills) || kills < 1) throw new Error(`--kills must be a whole number, not ${values.kills}`);
const kinds = objectStoreKinds.filter((kind) => values.only === undefined || values.only === kind);
if (kinds.length === 0) throw new Error(`--only must be one of ${objectStoreKinds.join(', ')}`);

interface Outcome {
  firstStartMs: number;
  startsAgainMs: number[];
  restingMiB: number;
  busyMiB: number;
  acknowledged: number;
  unanswered: number;
  faults: string[];
}

const mebibytesOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return sum + Math.round(Number(kilobytes) / 1024);
  }, 0);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round(performance.now() - from);
}

async function measure(kind: ObjectStoreKind, home: string): Promise<Outcome> {
  const servers = await startServers({
    home,
    ports: await freePorts(),
    only: ['minio'],
    objectStore: kind,
    log: (line) => console.log(line),
  });
  const server = servers.server('minio');
  try {
    const { S3_ENDPOINT = '', S3_ACCESS_KEY = '', S3_SECRET_KEY = '', S3_REGION = '' } = servers.env;
    const settings = {
      endpoint: S3_ENDPOINT,
      accessKey: S3_ACCESS_KEY,
      secretKey: S3_SECRET_KEY,
      region: S3_REGION,
    };
    await server.stop();
    // What has to be installed is by now.
    const store = new ObjectStore(settings);
    // One that listens may still keep a writer waiting.
    const start = () =>
      timed(async () => {
        await server.start();
        await ensureBuckets(settings);
        await store.put('reports', 'started', Buffer.from('x'));
      });
    const firstStartMs = await start();
    const restingMiB = mebibytesOf(server.pids);
    const outcome: Outcome = {
      firstStartMs,
      startsAgainMs: [],
      restingMiB,
      busyMiB: 0,
      acknowledged: 0,
      unanswered: 0,
      faults: [],
    };
    const all: Writers[] = [];
    for (let kill = 1; kill <= kills; kill++) {
      const writers = new Writers(store, `kill-${kill}`, 4);
      all.push(writers);
      await sleep(200 + Math.random() * 1_300);
      outcome.busyMiB = Math.max(outcome.busyMiB, mebibytesOf(server.pids));
      await server.kill('SIGKILL');
      await writers.stop();
      outcome.startsAgainMs.push(await start());
      outcome.faults.push(...(await writers.faults()));
      outcome.acknowledged += writers.acknowledged;
      outcome.unanswered += writers.unanswered;
      console.log(
        `${kind}: kill ${kill} of ${kills}, ${outcome.acknowledged} acknowledged so far, ${outcome.faults.length} faults`,
      );
    }
    // A later crash must not take what an earlier one has spared.
    for (const writers of all) outcome.faults.push(...(await writers.faults()));
    return outcome;
  } finally {
    await servers.stop();
  }
}

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const parent = join(import.meta.dirname, '../../../../../.roundtrip');
mkdirSync(parent, { recursive: true });
const lines = [
  '| | start | after kill -9 (middle, longest) | memory (resting, busy) | acknowledged | no answer | faults |',
  '|---|---|---|---|---|---|---|',
];
for (const kind of kinds) {
  const home = mkdtempSync(join(parent, 'object-stores-'));
  const { firstStartMs, startsAgainMs, restingMiB, busyMiB, acknowledged, unanswered, faults } = await measure(
    kind,
    home,
  );
  for (const fault of faults) console.log(`${kind}: ${fault}`);
  if (faults.length > 0) {
    process.exitCode = 1;
    console.log(`Data and logs: ${home}`);
  } else rmSync(home, { recursive: true });
  lines.push(
    `| ${kind} | ${firstStartMs} ms | ${middle(startsAgainMs)} ms, ${Math.max(...startsAgainMs)} ms | ${restingMiB} MiB, ${busyMiB} MiB | ${acknowledged} | ${unanswered} | ${faults.length} |`,
  );
}
console.log(lines.join('\n'));
