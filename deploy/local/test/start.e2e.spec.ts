// The program behind `npm start`, with every server and service, as somebody at a terminal lives it.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { demoPeople } from '@roundtrip/demo';
import { Visitor } from '@roundtrip/provider';
import { type Demo, demoFile } from '../src/demo/demo-file.js';
import { checkout } from '../src/home.js';
import { freePorts, portNames, portTable, type StackPorts } from '../src/ports.js';
import { isAlive, type ProcessIdentity } from '../src/processes/process-identity.js';
import { liveRecords } from '../src/processes/process-record.js';
import { serverNames } from '../src/servers/server-names.js';
import { serviceNames } from '../src/services/service-ports.js';

const run = promisify(execFile);

jest.setTimeout(600_000);

let home: string;
let ports: StackPorts;
let child: ChildProcess;
let output = '';
let firstDemo: Demo;
let running: ProcessIdentity[];

function start(): void {
  const variables = Object.fromEntries(portNames.map((name) => [portTable[name].variable, String(ports[name])]));
  // What the run of all specs tells about its own servers must not be taken for real ones.
  const { KAFKA_BROKERS: _k, MONGO_URL: _m, S3_ENDPOINT: _s, SMTP_URL: _t, OIDC_ISSUER: _o, ...env } = process.env;
  child = spawn(process.execPath, [join(checkout, 'deploy/local/dist/start.js')], {
    env: { ...env, ...variables, ROUNDTRIP_HOME: home, DEMO_CONTACTS: '300' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
}

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 240_000; !condition() && Date.now() < deadline;) await sleep(50);
  if (!condition()) throw new Error(`waited in vain; the program said: ${output}`);
}

const readDemo = (): Demo => JSON.parse(readFileSync(demoFile(home), 'utf8')) as Demo;
const ended = () => child.exitCode !== null || child.signalCode !== null;
const untilReady = () => until(() => output.includes('Ctrl-C stops everything') || ended());

interface Me {
  type: string;
  name: string;
  role: string;
}

async function me(demo: Demo, key: string): Promise<unknown> {
  const response = await fetch(`${demo.url}/v1/me`, { headers: { authorization: `Bearer ${key}` } });
  return { status: response.status, ...((await response.json()) as object) };
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'start-'));
  ports = await freePorts();
  start();
  await untilReady();
});
afterAll(async () => {
  child.kill('SIGTERM');
  await until(ended);
  rmSync(home, { recursive: true });
});

describe('a start of everything', () => {
  it('prints links that sign in once, and another command prints new ones', async () => {
    const links = (said: string) =>
      [...said.matchAll(/(http\S+)\/#code=(\w+)/g)].map(([, url, code]) => ({ url, code }));
    const follow = async ({ url, code }: { url: string | undefined; code: string | undefined }) => {
      const headers = { 'content-type': 'application/json', origin: String(url) };
      const answer = await fetch(`${url}/v1/session/code`, { method: 'POST', headers, body: JSON.stringify({ code }) });
      return { status: answer.status, ...((await answer.json()) as object) };
    };
    const printed = links(output);
    expect(await Promise.all(printed.map(follow))).toEqual(
      ['viewer', 'editor', 'operator', 'admin'].map((role) => expect.objectContaining({ status: 200, role })),
    );
    for (const key of Object.values(readDemo().keys)) expect(output).not.toContain(key);
    const { stdout } = await run(process.execPath, [join(checkout, 'deploy/local/dist/sign-in-links.js')], {
      env: { ...process.env, ROUNDTRIP_HOME: home },
    });
    const [, , , admin] = links(stdout);
    expect(await follow(admin!)).toMatchObject({ status: 200, role: 'admin' });
    expect(await follow(admin!)).toMatchObject({ status: 410, code: 'SIGN_IN_CODE_GONE' });
  });

  it('prints links by which people of each role sign in through the provider, as often as they like', async () => {
    const { people = [] } = readDemo().provider ?? {};
    const printed = [...output.matchAll(/http\S+\/v1\/session\/start\?login_hint=(\S+)/g)];
    const found = printed.map(async ([link, hint = '']) => {
      const person = people.find(({ email }) => email === decodeURIComponent(hint));
      const visitor = new Visitor();
      const there = String((await visitor.ask(link)).headers.get('location'));
      const as = demoPeople.find(({ email }) => email === person?.email)?.sub ?? 'nobody';
      const back = await visitor.visit(there, { as });
      expect((await visitor.ask(back)).status).toBe(303);
      const { type, name, role } = (await (await visitor.ask(`${readDemo().url}/v1/me`)).json()) as Me;
      expect([type, name]).toEqual(['person', person?.name]);
      return role;
    });
    expect(await Promise.all(found)).toEqual(['viewer', 'editor', 'operator', 'admin', 'operator']);
  });

  it('announces itself in demo.json', () => {
    expect(output).toContain('Roundtrip is ready.');
    firstDemo = readDemo();
    const roles = ['admin', 'editor', 'operator', 'viewer'];
    expect(firstDemo).toMatchObject({
      url: `http://127.0.0.1:${String(ports.gateway)}`,
      mail: `http://127.0.0.1:${String(ports.mailWeb)}`,
      mailApi: `http://127.0.0.1:${String(ports.mailWeb)}/api/email`,
      kafka: `127.0.0.1:${String(ports.kafka)}`,
      mongo: expect.stringMatching(`^mongodb://(roundtrip:\\w{40}@)?127.0.0.1:${String(ports.mongo)}/roundtrip$`),
      s3: `http://127.0.0.1:${String(ports.minio)}`,
    });
    expect(Object.keys(firstDemo.keys).toSorted()).toEqual(roles);
    expect(Object.keys(firstDemo.institutions.second.keys).toSorted()).toEqual(roles);
    expect(Object.keys(firstDemo.pids).toSorted()).toEqual([...serviceNames, ...serverNames].toSorted());
    expect(statSync(demoFile(home)).mode & 0o777).toBe(0o600);
  });

  it('prints the pages', () => {
    for (const text of [firstDemo.url, `${firstDemo.url}/docs`, String(firstDemo.mail)]) expect(output).toContain(text);
  });

  it('gives keys that are good, each for its own institution', async () => {
    for (const [role, key] of Object.entries(firstDemo.keys)) {
      expect(await me(firstDemo, key)).toMatchObject({ status: 200, role });
    }
    const first = await me(firstDemo, firstDemo.keys.viewer);
    const second = await me(firstDemo, firstDemo.institutions.second.keys.viewer);
    expect(second).toMatchObject({ status: 200 });
    expect((second as { institution: unknown }).institution).not.toEqual(
      (first as { institution: unknown }).institution,
    );
  });

  it('names the processes that run, also after one was killed and started again', async () => {
    const before = readDemo().pids['targets']?.[0] ?? 0;
    process.kill(before, 'SIGKILL');
    await until(() => ![undefined, before].includes(readDemo().pids['targets']?.[0]));
    const after = readDemo().pids['targets'] ?? [];
    expect(readFileSync(`/proc/${String(after[0])}/cmdline`, 'utf8')).toContain('services/targets/dist/main.js');
    await untilOk(`http://127.0.0.1:${String(ports.targets)}/health/ready`);
  });

  it('is refused a second time in the same folder', async () => {
    const first = child;
    start();
    await until(ended);
    expect([child.exitCode, output]).toEqual([1, expect.stringContaining(`stop process ${String(first.pid)} first`)]);
    child = first;
    expect(existsSync(demoFile(home))).toBe(true);
  });

  it('ends with Ctrl-C and leaves nothing running', async () => {
    running = liveRecords(home).map(({ process }) => process);
    expect(running).toHaveLength(serviceNames.length + serverNames.length + 1);
    child.kill('SIGINT');
    await until(ended);
    expect(child.exitCode).toBe(0);
    expect(existsSync(demoFile(home))).toBe(false);
    expect(running.filter(isAlive)).toEqual([]);
  });

  it('finds its data again the next time, even after a start that was killed with -9', async () => {
    start();
    await untilReady();
    const left = liveRecords(home).map(({ process }) => process);
    child.kill('SIGKILL');
    await until(ended);

    start();
    await untilReady();
    expect(output).toContain('Roundtrip is ready.');
    expect(left.filter(isAlive)).toEqual([]);
    expect(readDemo().keys).toEqual(firstDemo.keys);
    expect(await me(readDemo(), firstDemo.keys.admin)).toMatchObject({ status: 200 });
  });
});

async function untilOk(url: string): Promise<void> {
  for (const deadline = Date.now() + 120_000; ; await sleep(200)) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok === true) return;
    if (Date.now() > deadline) throw new Error(`${url} never answered well`);
  }
}
