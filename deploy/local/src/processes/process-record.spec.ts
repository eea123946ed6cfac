import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isAlive, processIdentity } from './process-identity.js';
import { liveRecords, type ProcessRecord, removeRecord, writeRecord } from './process-record.js';
import { StackError } from '../stack-error.js';
import { stopLeftovers } from './stop-leftovers.js';

let home: string;
let child: ChildProcess;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'record-'));
  child = spawn('sleep', ['60'], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('spawn', resolve));
});
afterEach(() => {
  child.kill('SIGKILL');
  rmSync(home, { recursive: true });
});

const record = (name: string) => writeRecord(home, { name, isServer: false, stopSignal: 'SIGTERM' }, child.pid ?? 0);
const file = (name: string) => join(home, 'run', `${name}.pid`);
const gone = () =>
  new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));

/** As an earlier start would have left it. */
function changeRecord(name: string, change: (record: ProcessRecord) => void): void {
  const read = JSON.parse(readFileSync(file(name), 'utf8')) as ProcessRecord;
  change(read);
  writeFileSync(file(name), JSON.stringify(read));
}
const ownerIsGone = (name: string) => changeRecord(name, (read) => (read.owner = { pid: 4_000_000, startedAt: '1' }));

describe('the record of a process', () => {
  it('is found while the process runs', () => {
    record('targets');
    expect(liveRecords(home)).toMatchObject([{ name: 'targets', process: { pid: child.pid } }]);
    removeRecord(home, 'targets');
    expect(liveRecords(home)).toEqual([]);
  });

  it('goes away with the process', async () => {
    record('targets');
    child.kill('SIGKILL');
    await gone();
    expect(liveRecords(home)).toEqual([]);
    expect(existsSync(file('targets'))).toBe(false);
  });

  it('does not speak of another process that got the same id later', () => {
    record('targets');
    changeRecord('targets', (read) => (read.process.startedAt = '1'));
    expect(liveRecords(home)).toEqual([]);
    expect(child.exitCode).toBeNull();
  });

  it('that was cut off is dropped', () => {
    record('targets');
    writeFileSync(file('targets'), '{"name":"tar');
    expect(liveRecords(home)).toEqual([]);
  });

  it('knows no process that has ended and waits for its parent', async () => {
    // A shell that never waits for its child leaves it as such: the child ends when the shell has become another program.
    const endsLater = '(until grep -q sleep /proc/$$/comm; do sleep 0.01; done) & echo $!';
    const parent = spawn('sh', ['-c', `${endsLater}; exec sleep 60`], { stdio: ['ignore', 'pipe', 'ignore'] });
    const pid = Number(await new Promise<Buffer>((resolve) => parent.stdout.once('data', resolve)));
    while (processIdentity(pid) !== undefined) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(existsSync(`/proc/${String(pid)}`)).toBe(true);
    parent.kill('SIGKILL');
  });
});

describe('what an earlier start left running', () => {
  it('is stopped, with the file that says that it is ready', async () => {
    record('targets');
    ownerIsGone('targets');
    writeFileSync(join(home, 'demo.json'), '{}');
    const ended = gone();
    expect(await stopLeftovers(home)).toEqual(['targets']);
    expect(await ended).toBe('SIGTERM');
    expect(existsSync(file('targets'))).toBe(false);
    expect(existsSync(join(home, 'demo.json'))).toBe(false);
  });

  it('is not touched while the one who started it lives', async () => {
    record('targets');
    const owner = processIdentity(1);
    changeRecord('targets', (read) => (read.owner = owner ?? read.owner));
    const stop = stopLeftovers(home);
    await expect(stop).rejects.toThrow(StackError);
    await expect(stop).rejects.toThrow(/runs from .* already: stop process 1 first/);
    expect(liveRecords(home).map(({ process }) => isAlive(process))).toEqual([true]);
  });

  it('is left alone when it is not asked for', async () => {
    record('targets');
    ownerIsGone('targets');
    expect(await stopLeftovers(home, ['gateway'])).toEqual([]);
    expect(liveRecords(home)).toHaveLength(1);
  });
});
