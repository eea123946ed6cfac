import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Sample } from './rounds.rules.js';

export interface PeerProcess {
  command: string;
  args: readonly string[];
  env?: Record<string, string>;
  /** What it is to do: the first line that it reads. Not an argument, as addresses hold passwords and others see arguments. */
  job: unknown;
}

/**
 * Does one participant's work in a process of its own, so that neither compiled code nor garbage of one is met by another. The process
 * measures itself, without its start, and says a sample as its last line.
 */
export async function runPeer({ command, args, env, job }: PeerProcess): Promise<Sample> {
  const { NODE_OPTIONS: _, ...around } = process.env;
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...around, ...env } });
  child.stdin.end(`${JSON.stringify(job)}\n`);
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const [code, written] = await Promise.all([ended, text(child.stdout)]);
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${code}`);
  return JSON.parse(written.trim().split('\n').at(-1) ?? '') as Sample;
}

/** A participant in JavaScript: a file of `peers`. */
export const nodePeer = (file: string, job: unknown): Promise<Sample> =>
  runPeer({ command: process.execPath, args: [join(import.meta.dirname, 'peers', file)], job });
