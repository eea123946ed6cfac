import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StackError } from '../stack-error.js';
import { runTool } from './run-tool.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tool-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const tool = (command: string, args: string[], signal = new AbortController().signal) =>
  runTool({ command, args, logFile: join(folder, 'log'), whenMissing: 'Install it.', signal });

describe('a build tool', () => {
  it('that is missing gives the remedy', async () => {
    const run = tool('no-such-tool', []);
    await expect(run).rejects.toThrow(StackError);
    await expect(run).rejects.toThrow('no-such-tool is not installed. Install it.');
  });

  it('that fails gives its last words and the log', async () => {
    const run = tool('sh', ['-c', 'echo one; echo "two: no space left" >&2; echo; exit 3']);
    await expect(run).rejects.toThrow(/ended with code 3: two: no space left \(all of it in .*log\)/);
  });

  it('ends with its children when the install is cancelled', async () => {
    const cancel = new AbortController();
    // What is not ended lasts for longer than this test may.
    const run = tool('sh', ['-c', 'sleep 600 & wait'], cancel.signal);
    setTimeout(() => cancel.abort(), 100);
    await expect(run).rejects.toThrow('cancelled');
  });

  it('ends as well when the install is cancelled before it has begun', async () => {
    const cancel = new AbortController();
    const run = tool('sh', ['-c', 'sleep 600'], cancel.signal);
    cancel.abort();
    await expect(run).rejects.toThrow('cancelled');
  });

  it('tells each line that it wrote, the last one without its end too', async () => {
    const lines: string[] = [];
    await runTool({
      command: 'sh',
      args: ['-c', 'echo one; echo "zwei é" >&2; printf three'],
      logFile: join(folder, 'log'),
      whenMissing: '',
      signal: new AbortController().signal,
      onLine: (line) => lines.push(line),
    });
    expect(lines).toEqual(['one', 'zwei é', 'three']);
  });
});
