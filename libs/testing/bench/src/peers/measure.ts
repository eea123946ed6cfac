import { text } from 'node:stream/consumers';
import type { Sample } from '../rounds.rules.js';

/** What this process was asked to do. */
export const readJob = async <T>(): Promise<T> => JSON.parse(await text(process.stdin)) as T;

/** Does the work, and says what it took. @returns when everything is said */
export async function measure(work: () => Promise<{ rows: number; digest?: string | undefined }>): Promise<void> {
  const before = process.cpuUsage();
  const begin = performance.now();
  const { rows, digest } = await work();
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(before);
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  const sample: Sample = { seconds, rows, digest, cpuSeconds: (user + system) / 1e6, peakMiB };
  console.log(JSON.stringify(sample));
}
