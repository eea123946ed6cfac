import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lastLine } from './last-line.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'last-line-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function ofLog(text: string, from?: number): string {
  const file = join(folder, 'log');
  writeFileSync(file, text);
  return lastLine(file, from);
}

describe('what a failing program said last', () => {
  it.each([
    ['its last words', 'one\ntwo\n\n---\n', 'two'],
    ['without colours', '\u001b[31mred\u001b[0m words\n', 'red words'],
    ['the error, not what is said on the way out', 'ERROR cannot bind\nINFO shutting down\n', 'ERROR cannot bind'],
    [
      'the error of Node, not its stack and version',
      'Error: ENOENT: no such file\n    at async open (node:internal)\n\nNode.js v20.20.2\n',
      'Error: ENOENT: no such file',
    ],
    [
      'the message of a JSON line',
      '{"level":"info","message":"Hello"}\n{"level":"error","message":"Cannot start. Set X."}\n',
      'error: Cannot start. Set X.',
    ],
    ['that it said nothing', '\n\n', 'it said nothing'],
  ])('is %s', (_what, log, expected) => {
    expect(ofLog(log)).toBe(expected);
  });

  it('is nothing that an earlier run said', () => {
    const earlier = 'Error: of yesterday\n';
    expect(ofLog(`${earlier}could not\n`, Buffer.byteLength(earlier))).toBe('could not');
  });

  it('is found in a long log, and there need not be one', () => {
    expect(ofLog(`${'x'.repeat(100_000)}\nthe end\n`)).toBe('the end');
    expect(lastLine(join(folder, 'none'))).toBe('it said nothing');
  });
});
