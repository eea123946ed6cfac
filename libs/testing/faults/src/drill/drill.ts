// `npm run drill`: work goes on while the database and the objects are backed up at different moments; then stores are destroyed with
// everything that runs, restored as deploy/restore.md says, and `replay-imports` does again what was done since. Each row of the
// table there is a run: `-- --row database` is one of them. Afterwards contacts, counts and histories are those of before, or each
// difference was named; ends with 1 at the first row of which that is not so.
import { parseArgs } from 'node:util';
import { connectDatabase, walkHistories, type WholeDatabase } from '@roundtrip/database';
import { Client, eventually } from '@roundtrip/test-kit/client';
import { DrilledStack, type Store } from './drilled-stack.js';
import { DrilledWork, institution, type Snapshot, snapshot } from './drilled-work.js';
import { drillProblems } from './drill-problems.js';
import { said } from './replay-words.js';

const CONTACTS = 3_000;
const rows: Record<string, readonly Store[]> = {
  kafka: ['kafka'],
  objects: ['objects'],
  database: ['database'],
  'database-objects': ['database', 'objects'],
  all: ['database', 'objects', 'kafka'],
};

const { values } = parseArgs({ options: { row: { type: 'string' } } });
if (values.row !== undefined && !(values.row in rows))
  throw new Error(`--row is one of ${Object.keys(rows).join(', ')}, not ${values.row}`);

for (const [row, lost] of Object.entries(rows)) {
  if (values.row !== undefined && values.row !== row) continue;
  const begun = Date.now();
  console.log(`${row}: ${lost.join(', ')} lost`);
  const problems = await drill(lost);
  for (const problem of problems) console.log(`  FAILED  ${problem}`);
  const took = `${Math.round((Date.now() - begun) / 1_000)} s`;
  console.log(problems.length === 0 ? `  as it has to be, ${took}` : `  ${problems.length} problems, ${took}`);
  if (problems.length > 0) {
    process.exitCode = 1;
    break;
  }
}

async function drill(lost: readonly Store[]): Promise<string[]> {
  const stack = await DrilledStack.make(CONTACTS);
  try {
    await stack.start();
    const { work, since, atObjects, last, open } = await workUntilTheEnd(stack);
    await stack.destroy(lost);
    await stack.restore(lost);
    await stack.start();
    const isReplayed = lost.includes('database');
    const words = isReplayed ? await stack.replayImports(['--since', since.toISOString()]) : '';
    for (const line of words.split('\n')) if (line !== '') console.log(`  ${line.slice(0, 200)}`);
    const client = new Client(stack.demo.url, stack.demo.keys.admin);
    await eventually(async () => {
      const { items } = await client.get<{ items: { state: string }[] }>('/v1/imports?limit=200');
      return items.some(({ state }) => ['QUEUED', 'VALIDATING', 'APPLYING'].includes(state)) ? undefined : true;
    }, 240_000);
    const now = await withDatabase(stack, async (database) => ({
      ...(await snapshot(client, database)),
      faults: (await walkHistories(database, institution)).faults,
    }));
    // What the restored objects do not know is not done again.
    const expected = isReplayed && lost.includes('objects') ? atObjects : last;
    return drillProblems({ lost, work, expected, last, open, now, replay: said(words) });
  } finally {
    await stack.stop();
  }
}

/** @returns how it stood when the objects were backed up, and at the end, when one import was just asked for */
async function workUntilTheEnd(stack: DrilledStack): Promise<{
  work: DrilledWork;
  since: Date;
  atObjects: Snapshot;
  last: Snapshot;
  open: string;
}> {
  const client = new Client(stack.demo.url, stack.demo.keys.admin);
  return withDatabase(stack, async (database) => {
    const work = await DrilledWork.begin(client, CONTACTS);
    const undone = await work.do(0.05, 1);
    const checked = await work.do(0.05, 2, 'check');
    const during = await work.ask(0.3, 3);
    const since = await stack.backUpDatabase();
    await work.end(during);
    await work.do(0.1, 4);
    await work.updateFrom(checked);
    await work.undo(undone);
    await work.cancelled(0.2, 5);
    await work.saveTarget('AFTER-THE-BACKUP');
    const atObjects = await snapshot(client, database);
    await stack.backUpObjects();
    await work.do(0.1, 6);
    const last = await snapshot(client, database);
    const open = await work.ask(0.02, 7);
    return { work, since, atObjects, last, open };
  });
}

async function withDatabase<T>(stack: DrilledStack, work: (database: WholeDatabase) => Promise<T>): Promise<T> {
  const database = await connectDatabase(stack.demo.mongo);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
