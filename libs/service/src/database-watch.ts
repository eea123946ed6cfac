import { setTimeout as sleep } from 'node:timers/promises';

export interface WatchedDatabase {
  /** Does our own connection answer? */
  answers(): Promise<boolean>;
  /** Does the server answer somebody who comes anew? */
  answersAnew(): Promise<boolean>;
  /** Ours is stuck for good. */
  onStuck(): void;
}

export interface WatchTimes {
  intervalMs: number;
  /** How long ours may be silent before somebody else is sent. */
  patienceMs: number;
}

/**
 * The driver's monitor can wait for ever on a socket that closed while the server was dying (seen with mongodb 7.8): the server is back,
 * and every call fails all the same. That a new connection answers where ours does not is the proof; the process then has to
 * be started again, and redelivery does the rest. Ends when the signal fires.
 */
export async function watchDatabase(
  database: WatchedDatabase,
  signal: AbortSignal,
  { intervalMs, patienceMs }: WatchTimes = { intervalMs: 3_000, patienceMs: 9_000 },
): Promise<void> {
  let silentSince: number | undefined;
  while (!signal.aborted) {
    await sleep(intervalMs, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    if (await database.answers()) silentSince = undefined;
    else {
      silentSince ??= Date.now();
      const isLong = Date.now() - silentSince >= patienceMs;
      // Asked once more after the other: the server may have come back in between.
      if (isLong && (await database.answersAnew()) && !(await database.answers()) && !signal.aborted) {
        database.onStuck();
        return;
      }
    }
  }
}
