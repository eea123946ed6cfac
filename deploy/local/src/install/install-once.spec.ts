import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { InstallDisplay } from './install-display.js';
import { type Install, installOnce, partOnce } from './install-once.js';
import { runTool } from './run-tool.js';

let cache: string;
const lines: string[] = [];
const waits = 'thing: another process is installing it, waiting';

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'install-'));
  lines.length = 0;
});
afterEach(() => rmSync(cache, { recursive: true }));

const install = (build: Install['build']): Promise<string> =>
  installOnce({
    cache,
    server: 'thing',
    version: '1',
    display: new InstallDisplay({ log: (line) => lines.push(line) }),
    signal: new AbortController().signal,
    build,
  });

const writing = (text: string) => (folder: string) => {
  writeFileSync(join(folder, 'program'), text);
  return Promise.resolve();
};

const failing = (folder: string) => {
  writeFileSync(join(folder, 'program'), 'half');
  return Promise.reject(new Error('the power went'));
};

/** An install that is at work until it is told to end, and then fails. */
function failsWhenTold(): { started: Promise<void>; fail: () => void; build: Install['build'] } {
  let begin = (): void => undefined;
  let fail = (): void => undefined;
  const started = new Promise<void>((resolve) => (begin = resolve));
  const told = new Promise<void>((resolve) => (fail = resolve));
  const build = async (folder: string) => {
    begin();
    await told;
    await failing(folder);
  };
  return { started, fail: () => fail(), build };
}

/** Until somebody waits for an install of somebody else. */
async function somebodyWaits(): Promise<void> {
  while (!lines.includes(waits)) await sleep(10);
}

describe('an install', () => {
  it('gets its name only when it is complete', async () => {
    const folder = await install((partial) => {
      expect(existsSync(join(cache, 'thing-1'))).toBe(false);
      return writing('whole')(partial);
    });
    expect(folder).toBe(join(cache, 'thing-1'));
    expect(readFileSync(join(folder, 'program'), 'utf8')).toBe('whole');
  });

  it('that was interrupted is never taken for a finished one, and is continued', async () => {
    await expect(install(failing)).rejects.toThrow('the power went');
    expect(existsSync(join(cache, 'thing-1'))).toBe(false);

    let found = '';
    const folder = await install((partial) => {
      found = readFileSync(join(partial, 'program'), 'utf8');
      return writing('whole')(partial);
    });
    expect(found).toBe('half');
    expect(readFileSync(join(folder, 'program'), 'utf8')).toBe('whole');
  });

  it('ends what a start that was killed has left at work, before it goes on', async () => {
    const partial = join(cache, 'thing-1.partial');
    mkdirSync(partial);
    const signal = new AbortController().signal;
    const left = runTool({ command: 'sleep', args: ['60'], logFile: join(partial, 'log'), whenMissing: '', signal });
    const ended = left.catch((error: Error) => error.message);
    while (!existsSync(join(partial, 'log.running'))) await sleep(10);
    await install(writing('whole'));
    expect(await ended).toContain('ended with SIGKILL');
  });

  it('is not done again', async () => {
    await install(writing('first'));
    const folder = await install(() => Promise.reject(new Error('built twice')));
    expect(readFileSync(join(folder, 'program'), 'utf8')).toBe('first');
  });

  it('is done by one when two want it at the same time; the other waits and says so', async () => {
    let builds = 0;
    const untilTheOtherWaits = async (folder: string) => {
      builds += 1;
      await somebodyWaits();
      await writing('whole')(folder);
    };
    const folders = await Promise.all([install(untilTheOtherWaits), install(untilTheOtherWaits)]);
    expect(builds).toBe(1);
    expect(folders).toEqual([join(cache, 'thing-1'), join(cache, 'thing-1')]);
  });

  it('by the one who waits goes on when the first one fails', async () => {
    const { started, fail, build } = failsWhenTold();
    const first = install(build);
    await started;
    const second = install(writing('whole'));
    await somebodyWaits();
    fail();
    await expect(first).rejects.toThrow('the power went');
    expect(await second).toBe(join(cache, 'thing-1'));
  });
});

describe('a part of an install', () => {
  const part = (of: string) => ({ partial: cache, name: 'part', of, signal: new AbortController().signal });

  it('that is done is not done again, but is when it is made from something else', async () => {
    let made = 0;
    const make = () => Promise.resolve(void (made += 1));
    await partOnce(part('a'), make);
    await partOnce(part('a'), make);
    expect(made).toBe(1);
    await partOnce(part('b'), make);
    expect(made).toBe(2);
  });

  it('that failed is done again', async () => {
    await expect(partOnce(part('a'), () => Promise.reject(new Error('the power went')))).rejects.toThrow('the power');
    let made = 0;
    await partOnce(part('a'), () => Promise.resolve(void (made += 1)));
    expect(made).toBe(1);
  });
});
