// npm run fuzz:xlsx -- --cases 10000 --seed 1: workbooks as openpyxl and xlsxwriter make them, whole and damaged, through our reader; the whole
// ones compared with python-calamine. Ends with 1 and the seed of the first that does not hold.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomOf } from '@roundtrip/demo';
import { damaged } from './damaged-file.js';
import { difference } from './difference.js';
import { readWorkbook } from './read-workbook.js';
import { WorkbookOracle } from './workbook-oracle.js';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const seed = Number(values.seed);
const cases = Number(values.cases);
const damagesEach = 4;

const folder = await mkdtemp(join(tmpdir(), 'fuzz-xlsx-'));
const oracle = await WorkbookOracle.start();
const endings = new Map<string, number>();
let at = seed;
try {
  for (; at < seed + cases; at++) {
    const path = join(folder, 'case.xlsx');
    const theirs = await oracle.make(at, path);
    const bytes = await readFile(path);
    const found = difference(await readWorkbook(bytes, folder), theirs);
    if (found !== undefined) throw new Error(found);
    const random = randomOf(at, 1);
    for (let times = 0; times < damagesEach; times++) {
      const ours = await readWorkbook(damaged(bytes, random), folder);
      const ending = 'code' in ours ? ours.code : 'rows';
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
    }
    const done = at - seed + 1;
    if (done % 1_000 === 0) console.log(`${done} cases, ${Math.round(process.memoryUsage().rss / 1024 ** 2)} MiB`);
  }
  console.log(`${cases} cases from seed ${seed}, no finding. Of those that were damaged:`);
  for (const [ending, count] of [...endings].toSorted((a, b) => b[1] - a[1])) console.log(`${ending}: ${count}`);
} catch (error) {
  console.error(`npm run fuzz:xlsx -- --seed ${at} --cases 1`);
  console.error(error);
  process.exitCode = 1;
} finally {
  oracle.close();
  await rm(folder, { recursive: true, force: true });
}
