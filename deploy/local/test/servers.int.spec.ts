// The program that starts servers, from the outside: what is left running after it ended in whatever way.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { checkout } from '../src/home.js';
import { freePorts, portNames, portTable, type StackPorts } from '../src/ports.js';
import { isAlive, type ProcessIdentity } from '../src/processes/process-identity.js';
import { liveRecords } from '../src/processes/process-record.js';

jest.setTimeout(300_000);

const program = join(checkout, 'deploy/local/dist/servers.js');
let home: string;
let ports: StackPorts;
const started: ChildProcess[] = [];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'stack-'));
  ports = await freePorts();
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGTERM');
  await until(() => processesOfHome().length === 0);
  rmSync(home, { recursive: true });
});

interface Run {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
}

function start(only: string): Run {
  const variables = Object.fromEntries(portNames.map((name) => [portTable[name].variable, String(ports[name])]));
  const child = spawn(process.execPath, [program, '--home', home, '--only', only], {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, output: () => output, ended };
}

async function ready(run: Run): Promise<void> {
  await until(() => run.output().includes('{"') || run.child.exitCode !== null);
  expect(run.output()).toContain('{"');
}

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 120_000; !condition() && Date.now() < deadline;) await sleep(50);
  expect(condition()).toBe(true);
}

/** Processes, except of zombies, whose command line speaks of this home. */
function processesOfHome(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return commandLine.includes(home) ? [`${pid} ${commandLine}`] : [];
      } catch {
        return [];
      }
    });
}

const processes = (): ProcessIdentity[] => liveRecords(home).map(({ process }) => process);
const guardPid = (): number =>
  Number(
    processesOfHome()
      .find((line) => line.includes('guard.js'))
      ?.split(' ')[0],
  );

describe('servers that were started', () => {
  it('stop when asked to, and twice is no harm', async () => {
    const run = start('mail,mongo');
    await ready(run);
    const running = processes();
    expect(running).toHaveLength(3);
    run.child.kill('SIGINT');
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(running.filter(isAlive)).toEqual([]);
  });

  it('stop by themselves when the one who started them is killed with -9', async () => {
    const run = start('mail,mongo');
    await ready(run);
    const running = processes();
    run.child.kill('SIGKILL');
    await until(() => running.filter(isAlive).length === 0);
    await until(() => processesOfHome().length === 0);
    expect(liveRecords(home)).toEqual([]);
  });

  it('that nobody could stop are stopped by the next start', async () => {
    const first = start('mail');
    await ready(first);
    const left = processes();
    process.kill(guardPid(), 'SIGKILL');
    first.child.kill('SIGKILL');
    await first.ended;
    expect(left.filter(isAlive)).toHaveLength(1);

    const second = start('mail');
    await ready(second);
    expect(second.output()).toContain('stopped what an earlier start had left running: mail');
    expect(left.filter(isAlive)).toEqual([]);
    expect(processes()).toHaveLength(1);
  });

  it('are not started twice from one folder', async () => {
    const first = start('mail');
    await ready(first);
    const second = start('mail');
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`stop process ${String(first.child.pid)} first`);
    expect(processes()).toHaveLength(1);
  });

  it('are stopped when the request comes while they start', async () => {
    const run = start('mail,mongo');
    await until(() => liveRecords(home).length > 0);
    run.child.kill('SIGTERM');
    await run.ended;
    expect(liveRecords(home)).toEqual([]);
  });
});

describe('a start that fails', () => {
  it('because of a busy port says so in one sentence and starts nothing', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(ports.mailWeb, '127.0.0.1', resolve));
    const run = start('mongo,mail');
    expect(await run.ended).toBe(1);
    expect(run.output().trim()).toBe(
      `Port ${String(ports.mailWeb)} (the mail page) is in use by node (process ${String(process.pid)}): stop that, or choose another port with MAIL_WEB_PORT.`,
    );
    expect(processesOfHome()).toEqual([]);
    await new Promise((resolve) => other.close(resolve));
  });

  it('because one server dies says why and stops the others', async () => {
    mkdirSync(join(home, 'kafka/data'), { recursive: true });
    writeFileSync(join(home, 'kafka/data/meta.properties'), 'not=ours\n');
    const run = start('kafka,mongo,mail');
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/^kafka stopped while starting \(code 1\): .+ \(see .*kafka\.log\)\.\n$/);
    expect(liveRecords(home)).toEqual([]);
    await until(() => processesOfHome().length === 0);
  });

  it('because of a missing tool says how to get it', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '/nowhere';
    const run = start('kafka');
    process.env['PATH'] = path;
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/^java is not installed\. Install Java 17 or newer .* or set KAFKA_BROKERS/);
  });
});
