// npm run fixtures:workbooks: a workbook of each writer, and beside it what python-calamine reads in it, for the spec that runs without them.
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fixturesFolder } from './fixtures-folder.js';
import { savedByLibreOffice } from './saved-by-libre-office.js';
import { WorkbookOracle } from './workbook-oracle.js';
import { workbookWriters } from './workbook-writers.js';

const seed = 7;

const folder = await mkdtemp(join(tmpdir(), 'workbook-fixtures-'));
const oracle = await WorkbookOracle.start();
try {
  await mkdir(fixturesFolder, { recursive: true });
  const made: string[] = [];
  for (const [name, write] of Object.entries(await workbookWriters(oracle))) {
    const path = join(folder, 'made.xlsx');
    await write(seed, path);
    const kept = join(fixturesFolder, `${name.replace(', ', '-')}.xlsx`);
    await copyFile(path, kept);
    made.push(kept);
  }
  for (const path of await savedByLibreOffice(oracle, seed, folder, 2)) {
    const kept = join(fixturesFolder, `LibreOffice-${basename(path)}`);
    await copyFile(path, kept);
    made.push(kept);
  }
  for (const path of made) {
    await writeFile(path.replace('.xlsx', '.json'), `${JSON.stringify(await oracle.read('calamine', path))}\n`);
  }
} finally {
  oracle.close();
  await rm(folder, { recursive: true, force: true });
}
