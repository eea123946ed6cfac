import { readdirSync, readFileSync } from 'node:fs';

/** What the kernel has counted for a process since it began. */
export interface ProcessCost {
  atMs: number;
  /** Context switches of all its threads: each time that one of them was woken, or had to make way. */
  switches: number;
  cpuSeconds: number;
}

/** Linux counts CPU time for programs in hundredths of a second, whatever the kernel's own clock (`getconf CLK_TCK`). */
const ticksPerSecond = 100;

export function costOf(pid: number, atMs = performance.now()): ProcessCost {
  const folder = `/proc/${pid}`;
  const threads = readdirSync(`${folder}/task`);
  const switches = threads.reduce(
    (sum, thread) => sum + switchesIn(readFileSync(`${folder}/task/${thread}/status`, 'utf8')),
    0,
  );
  return { atMs, switches, cpuSeconds: cpuSecondsIn(readFileSync(`${folder}/stat`, 'utf8')) };
}

/** @param status text of `/proc/<pid>/task/<thread>/status` */
export const switchesIn = (status: string): number =>
  [...status.matchAll(/^(?:non)?voluntary_ctxt_switches:\s+(\d+)$/gm)].reduce((sum, [, n]) => sum + Number(n), 0);

/** @param stat text of `/proc/<pid>/stat`; the program's name in it may hold blanks and brackets */
export function cpuSecondsIn(stat: string): number {
  const [, , , , , , , , , , , userTicks, systemTicks] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(userTicks) + Number(systemTicks)) / ticksPerSecond;
}

/** The same, with that of the processes that it has started and that have ended: nothing is lost when one of a family ends. */
export function cpuSecondsWithEnded(stat: string): number {
  const ticks = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15);
  return ticks.reduce((sum, one) => sum + Number(one), 0) / ticksPerSecond;
}

/** The text of `/proc/<pid>/stat` of every process of this machine. */
export function statsOfAll(): Map<number, string> {
  const stats = new Map<number, string>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      stats.set(Number(name), readFileSync(`/proc/${name}/stat`, 'utf8'));
    } catch {
      // It has ended meanwhile.
    }
  }
  return stats;
}

/** All that a process has started, and all that those have. */
export function childrenOf(pid: number, stats: ReadonlyMap<number, string>): number[] {
  const own = [...stats].filter(([, stat]) => parentIn(stat) === pid).map(([child]) => child);
  return own.flatMap((child) => [child, ...childrenOf(child, stats)]);
}

const parentIn = (stat: string): number => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);

export interface Rates {
  wakeUpsPerSecond: number;
  corePercent: number;
}

export function ratesBetween(before: ProcessCost, after: ProcessCost): Rates {
  const seconds = (after.atMs - before.atMs) / 1000;
  return {
    wakeUpsPerSecond: (after.switches - before.switches) / seconds,
    corePercent: (100 * (after.cpuSeconds - before.cpuSeconds)) / seconds,
  };
}
