import { describe, expect, it } from '@jest/globals';
import {
  childrenOf,
  cpuSecondsIn,
  cpuSecondsWithEnded,
  costOf,
  ratesBetween,
  statsOfAll,
  switchesIn,
} from './process-cost.js';

describe('what a process costs', () => {
  it('counts the switches of a thread that it wanted and those that it did not', () => {
    const status = 'Name:\tnode\nThreads:\t11\nvoluntary_ctxt_switches:\t940\nnonvoluntary_ctxt_switches:\t7\n';
    expect(switchesIn(status)).toBe(947);
  });

  it('adds the time in the program to that in the kernel, whatever the program is called', () => {
    const stat = '4711 (odd) name (x) S 1 4711 4711 0 -1 4194560 3052 0 12 0 250 125 9 9 20 0 11 0 88 1 2';
    expect(cpuSecondsIn(stat)).toBe(3.75);
  });

  it('of one whose children have ended holds theirs', () => {
    const stat = '4711 (odd) name (x) S 1 4711 4711 0 -1 4194560 3052 0 12 0 250 125 900 50 20 0 11 0 88 1 2';
    expect(cpuSecondsWithEnded(stat)).toBe(13.25);
  });

  it('is told for a second', () => {
    const before = { atMs: 1_000, switches: 100, cpuSeconds: 2 };
    expect(ratesBetween(before, { atMs: 31_000, switches: 700, cpuSeconds: 2.15 })).toEqual({
      wakeUpsPerSecond: 20,
      corePercent: expect.closeTo(0.5),
    });
  });

  it('of a server counts those that it has started, and those that they have', () => {
    const stats = new Map([
      [10, '10 (a server) S 1 10'],
      [11, '11 (back) end) S 10 10'],
      [12, '12 (worker) S 11 10'],
      [20, '20 (other) S 1 20'],
    ]);
    expect(childrenOf(10, stats)).toEqual([11, 12]);
    expect(childrenOf(process.ppid, statsOfAll())).toContain(process.pid);
  });

  it('is read of this process too', () => {
    const { switches, cpuSeconds } = costOf(process.pid);
    expect([switches > 0, cpuSeconds > 0]).toEqual([true, true]);
  });
});
