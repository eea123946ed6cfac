// With a stand-in for go, whose cache is a folder: a package that was compiled is a file in it.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { goInstall } from './go-install.js';
import { InstallDisplay, type InstallReport } from './install-display.js';
import { installOnce } from './install-once.js';

const packages = ['fmt', 'example.org/a', 'example.org/b', 'example.org/c', 'example.org/tool'];
const go = `#!/bin/bash
# Compiles until the file "stop-before" names the package whose turn it is; there it hangs as a slow compiler would.
set -eu
from=$PWD
cd "$STAND_IN"
echo "$*" >> calls
case "$1" in
  mod) printf '{\n\t"Path": "example.org/tool",\n\t"Dir": "%s"\n}\n' "$STAND_IN" ;;
  list)
    echo 'go: downloading example.org/a v1.0.0' >&2
    for p in ${packages.join(' ')}; do
      [ -e "cache/\${p//\\//_}" ] && echo "$p false" || echo "$p true"
    done ;;
  install|build)
    for p in ${packages.join(' ')}; do
      [ -e "cache/\${p//\\//_}" ] && continue
      [ "$(cat stop-before 2>/dev/null)" = "$p" ] && { touch hanging; sleep 600; }
      echo "$p" >&2
      echo "$p" >> compiled
      touch "cache/\${p//\\//_}"
    done
    [ "$1" = build ] && echo "$from" > built-in
    echo program > "$GOBIN/tool" ;;
esac
`;

let standIn: string;
const path = process.env['PATH'];
beforeEach(() => {
  standIn = mkdtempSync(join(tmpdir(), 'stand-in-'));
  mkdirSync(join(standIn, 'cache'));
  mkdirSync(join(standIn, 'bin'));
  writeFileSync(join(standIn, 'bin/go'), go);
  chmodSync(join(standIn, 'bin/go'), 0o755);
  process.env['PATH'] = `${join(standIn, 'bin')}:${path}`;
  process.env['STAND_IN'] = standIn;
});
afterEach(() => {
  process.env['PATH'] = path;
  delete process.env['STAND_IN'];
  rmSync(standIn, { recursive: true });
});

const compiled = () => readFileSync(join(standIn, 'compiled'), 'utf8').trim().split('\n');
const calls = () => readFileSync(join(standIn, 'calls'), 'utf8').trim().split('\n');

/** An install of the program, and what it has told. */
function install(
  signal = new AbortController().signal,
  afterwards: () => Promise<void> = () => Promise.resolve(),
  inItsSources = false,
) {
  const said: string[] = [];
  const report: InstallReport = {
    during: (name, work) => work({ count: (done, of, total) => said.push(`${name}: ${done} of ${total} ${of}`) }),
    waiting: () => {},
  };
  const folder = installOnce({
    cache: join(standIn, 'installed'),
    server: 'tool',
    version: '1.0.0',
    display: new InstallDisplay({ log: () => {} }),
    signal,
    build: async (partial) => {
      const program = { module: 'example.org/tool', version: '1.0.0', mainPackage: '.', folder: partial };
      await goInstall({ ...program, inItsSources, instead: 'TOOL_URL', report, signal });
      await afterwards();
    },
  });
  return { folder, said };
}

async function interruptAt(name: string): Promise<void> {
  writeFileSync(join(standIn, 'stop-before'), name);
  const interruption = new AbortController();
  const { folder } = install(interruption.signal);
  while (!existsSync(join(standIn, 'hanging'))) await sleep(10);
  interruption.abort();
  await expect(folder).rejects.toThrow('the next start continues it');
  rmSync(join(standIn, 'stop-before'));
}

describe('a program that is compiled', () => {
  it('is installed, and its packages are counted', async () => {
    const { folder, said } = install();
    expect(existsSync(join(await folder, 'tool'))).toBe(true);
    expect(compiled()).toEqual(packages);
    const counts = [0, 1, 2, 3, 4, 5].map((done) => `compiling: ${done} of 5 packages`);
    expect(said).toEqual(['fetching sources: 1 of undefined modules', ...counts]);
  });

  it('is built in its sources where those say by what to replace modules', async () => {
    const { folder, said } = install(undefined, undefined, true);
    expect(existsSync(join(await folder, 'tool'))).toBe(true);
    expect(readFileSync(join(standIn, 'built-in'), 'utf8').trim()).toBe(standIn);
    expect(calls().at(-1)).toBe(`build -v -ldflags=-s -w -o ${await folder}.partial/ .`);
    expect(said.at(-1)).toBe('compiling: 5 of 5 packages');
  });

  it('goes on where it was interrupted: compiles the rest, and counts what was there already', async () => {
    await interruptAt('example.org/b');
    expect(compiled()).toEqual(packages.slice(0, 2));
    const { folder, said } = install();
    await folder;
    expect(compiled()).toEqual(packages);
    const counts = [2, 3, 4, 5].map((done) => `compiling: ${done} of 5 packages`);
    expect(said).toEqual(['fetching sources: 1 of undefined modules', ...counts]);
  });

  it('is neither compiled nor linked again when what came after it was interrupted', async () => {
    const failing = install(undefined, () => Promise.reject(new Error('the power went')));
    await expect(failing.folder).rejects.toThrow('the power went');
    const before = calls();
    await install().folder;
    expect(calls()).toEqual(before);
  });
});
