import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { difference } from './difference.js';
import { fixturesFolder } from './fixtures-folder.js';
import { readWorkbook } from './read-workbook.js';
import type { OracleCell } from './workbook-oracle.js';

const names = readdirSync(fixturesFolder).filter((name) => name.endsWith('.xlsx'));

describe('a workbook', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workbook-fixtures-spec-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(names)('in %s is read as python-calamine reads it', async (name) => {
    const path = join(fixturesFolder, name);
    const theirs = JSON.parse(await readFile(path.replace('.xlsx', '.json'), 'utf8')) as OracleCell[][];
    expect(theirs.flat().length).toBeGreaterThan(20);
    expect(difference(await readWorkbook(await readFile(path), folder), theirs, 'calamine')).toBeUndefined();
  });
});
