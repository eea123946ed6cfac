import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { temporaryFolder } from './temporary-folder.js';

const parent = mkdtempSync(join(tmpdir(), 'spec-'));
afterAll(() => rmSync(parent, { recursive: true }));

const left = (name: string): string => {
  const folder = join(parent, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'upload'), 'CONTACT_NUMBER\n1\n');
  return folder;
};

it('takes away what killed processes of this machine have left, and nothing else', async () => {
  const { pid: over } = spawnSync(process.execPath, ['--version']);
  const gone = [`upload-${hostname()}-${over}`, `report-${hostname()}-${over}`, `upload-${hostname()}-${process.pid}`];
  const kept = [`upload-${hostname()}-${process.ppid}`, `upload-elsewhere-${over}`];
  const [lost, others] = [gone, kept].map((names) => names.map((name) => left(`roundtrip-${name}-aB3dE6`)));
  others!.push(left('not-ours'));

  const mine = await temporaryFolder('upload', parent);
  expect(lost!.filter(existsSync)).toEqual([]);
  expect(others!.filter((folder) => !existsSync(folder))).toEqual([]);
  expect(basename(mine)).toMatch(new RegExp(`-${process.pid}-\\w{6}$`));

  const next = await temporaryFolder('report', parent);
  expect([existsSync(mine), existsSync(next)]).toEqual([true, true]);
});
