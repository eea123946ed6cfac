// npm run fuzz:xlsx -- --cases 10000 --seed 1: workbooks as six libraries and LibreOffice make them, whole and damaged, through our reader;
// the whole ones compared with python-calamine and openpyxl. Ends with 1 and the seed of the first that does not hold.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomOf } from '@roundtrip/demo';
import { damaged } from './damaged-file.js';
import { difference } from './difference.js';
import { readWorkbook } from './read-workbook.js';
import { savedByLibreOffice } from './saved-by-libre-office.js';
import { WorkbookOracle } from './workbook-oracle.js';
import { workbookWriters } from './workbook-writers.js';

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
const writers = await workbookWriters(oracle);
const endings = new Map<string, number>();
const compare = async (path: string, writer: string): Promise<Buffer> => {
  const bytes = await readFile(path);
  const ours = await readWorkbook(bytes, folder);
  for (const reader of ['calamine', 'openpyxl'] as const) {
    const found = difference(ours, await oracle.read(reader, path), reader);
    if (found !== undefined) throw new Error(`Written by ${writer}, read by ${reader}: ${found}`);
  }
  return bytes;
};
let at = seed;
try {
  for (const path of await savedByLibreOffice(oracle, seed, folder)) await compare(path, `LibreOffice (${path})`);
  for (; at < seed + cases; at++) {
    const path = join(folder, 'case.xlsx');
    const random = randomOf(at, 1);
    const writer = random.pick(Object.keys(writers));
    await writers[writer]!(at, path);
    const bytes = await compare(path, writer);
    for (let times = 0; times < damagesEach; times++) {
      const damagedOne = await readWorkbook(damaged(bytes, random), folder);
      const ending = 'code' in damagedOne ? damagedOne.code : 'rows';
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
