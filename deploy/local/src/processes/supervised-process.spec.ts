import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeHome } from '../home.js';
import { liveRecords } from './process-record.js';
import { StackError } from '../stack-error.js';
import { type BackOff, type ProcessSpec, SupervisedProcess } from './supervised-process.js';

let home: string;
let lines: string[];
let supervised: SupervisedProcess | undefined;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'supervised-'));
  makeHome(home);
  lines = [];
});
afterEach(async () => {
  await supervised?.kill('SIGKILL');
  rmSync(home, { recursive: true });
});

const quick: BackOff = { firstMs: 50, maxMs: 400, resetAfterMs: 30_000 };

/** A child that appends a line to `starts` and then does what the shell script says. */
function child(script: string, change: Partial<ProcessSpec> = {}, backOff: BackOff = quick): SupervisedProcess {
  const spec: ProcessSpec = {
    name: 'child',
    isServer: false,
    command: 'sh',
    args: ['-c', `echo $$ >> ${home}/starts; ${script}`],
    stopGraceMs: 5000,
    ready: () => Promise.resolve(starts() > 0),
    readyWithinMs: 5000,
    ...change,
  };
  supervised = new SupervisedProcess(spec, { home, log: (line) => lines.push(line), backOff });
  return supervised;
}

function starts(): number {
  try {
    return readFileSync(join(home, 'starts'), 'utf8').trim().split('\n').length;
  } catch {
    return 0;
  }
}

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !condition() && Date.now() < deadline;) await sleep(10);
  expect(condition()).toBe(true);
}

describe('a supervised process', () => {
  it('that is killed from outside is started again, with a new id on record', async () => {
    const process_ = child('exec sleep 60');
    await process_.start();
    const first = process_.pid ?? 0;
    process.kill(first, 'SIGKILL');
    await until(() => starts() === 2 && process_.pid !== undefined);
    expect(process_.pid).not.toBe(first);
    expect(liveRecords(home)).toMatchObject([{ process: { pid: process_.pid } }]);
    expect(lines).toEqual([expect.stringContaining('child stopped (SIGKILL), starting it again in 0.05 s')]);
  });

  it('that keeps ending is started ever more slowly, up to the longest wait', async () => {
    writeFileSync(join(home, 'good'), '');
    // Lives the first time, and ends at once from then on.
    await child(`if rm ${home}/good 2>/dev/null; then sleep 0.3; fi; exit 7`).start();
    await until(() => lines.length === 5);
    const waits = lines.map((line) => /stopped \(code 7\), starting it again in (\S+) s/.exec(line)?.[1]);
    expect(waits).toEqual(['0.05', '0.1', '0.2', '0.4', '0.4']);
  });

  it('that has lived long enough is started again quickly', async () => {
    await child('sleep 0.3; exit 7', {}, { ...quick, resetAfterMs: 200 }).start();
    await until(() => lines.length === 4);
    expect(lines.every((line) => line.includes('again in 0.05 s'))).toBe(true);
  });

  it.each(['stop', 'kill'] as const)('stays down after %s, until it is started', async (way) => {
    const process_ = child('exec sleep 60');
    await process_.start();
    await (way === 'stop' ? process_.stop() : process_.kill('SIGKILL'));
    await sleep(300);
    expect(starts()).toBe(1);
    expect(process_.pid).toBeUndefined();
    expect(liveRecords(home)).toEqual([]);
    await process_.start();
    expect(process_.pid).toBeDefined();
  });

  it('is not started again when the stop comes while it waits for that', async () => {
    const process_ = child('sleep 0.2; exit 1');
    await process_.start();
    await until(() => lines.length === 1);
    await process_.stop();
    await sleep(300);
    expect(starts()).toBe(1);
  });

  it('that does not listen is ended after the grace, also when it is halted', async () => {
    const process_ = child("trap '' TERM; while :; do sleep 0.1; done", { stopGraceMs: 200 });
    await process_.start();
    await process_.kill('SIGSTOP');
    await process_.stop();
    expect(liveRecords(home)).toEqual([]);
  });

  it('that ends while starting gives its last words, and nothing is left', async () => {
    const start = child('echo "cannot bind" >&2; exit 3', { ready: () => Promise.resolve(false) }).start();
    await expect(start).rejects.toThrow(StackError);
    await expect(start).rejects.toThrow(
      /^child stopped while starting \(code 3\): cannot bind \(see .*child\.log\)\.$/,
    );
    await sleep(200);
    expect(starts()).toBe(1);
  });

  it('is not taken for ready because another program answers in its place', async () => {
    const start = child('exit 3', { ready: () => sleep(200, true) }).start();
    await expect(start).rejects.toThrow('stopped while starting (code 3)');
  });

  it('that is not ready in time is ended', async () => {
    const start = child('exec sleep 60', { ready: () => Promise.resolve(false), readyWithinMs: 300 }).start();
    await expect(start).rejects.toThrow('child was not ready after 0 s');
    expect(liveRecords(home)).toEqual([]);
  });

  it('may be given several tries to start', async () => {
    writeFileSync(join(home, 'bad'), '');
    const ready = () => Promise.resolve(starts() === 2);
    await child(`if rm ${home}/bad 2>/dev/null; then exit 1; fi; exec sleep 60`, { startAttempts: 2, ready }).start();
    expect(starts()).toBe(2);
  });

  it('gives the remedy when its program is missing', async () => {
    const start = child('', { command: 'no-such-server', whenMissing: 'Install it.' }).start();
    await expect(start).rejects.toThrow('no-such-server is not installed. Install it.');
  });
});
