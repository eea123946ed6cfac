import { type ImportPhase, importPhases } from '@roundtrip/contracts';
import type { JobProgress, PhasePaces } from '@roundtrip/database';

export interface Pace {
  linesPerSecond: number | null;
  secondsLeft: number | null;
}
interface Timed {
  progress: JobProgress;
  startedAt?: Date;
  finishedAt?: Date;
}

const unknown: Pace = { linesPerSecond: null, secondsLeft: null };
const msBetween = (from: Date, to: Date): number => Math.max(1, to.getTime() - from.getTime());
const tenth = (n: number): number => Math.round(n * 10) / 10;

/** The first seconds say little: after so many, what is seen and what is usual count alike. */
const startMs = 4000;

/** How many times as long as usual it takes, as far as that can be believed of what was seen for so long. */
const believed = (seenMs: number, usualMs: number, forMs: number): number =>
  usualMs === 0 ? 1 : (seenMs / usualMs) ** (forMs / (forMs + startMs));

/** How fast a job is since it started; null while nothing can be said. Of a finished one: how fast it was. */
export function paceOf({ progress, startedAt, finishedAt }: Timed, now: Date): Pace {
  const { linesDone, linesTotal } = progress;
  if (!startedAt || linesDone === 0) return unknown;
  const linesPerSecond = (linesDone * 1000) / msBetween(startedAt, finishedAt ?? now);
  const secondsLeft = finishedAt ? 0 : Math.ceil((linesTotal - linesDone) / linesPerSecond);
  return { linesPerSecond: tenth(linesPerSecond), secondsLeft };
}

/**
 * How fast an open import is in its phase, and how long it will take: what is left of the phase at the pace that it has, and the next
 * ones at the pace that they lately had, as much faster or slower as those before were this time.
 *
 * @param paces what phases have lately taken here
 */
export function paceOfPhases({ phase, tookMs = {} }: JobProgress, paces: PhasePaces, now: Date): Pace {
  if (!phase || phase.lines === 0) return unknown;
  const { name, share, lines } = phase;
  const usualMs = (one: ImportPhase): number => (paces[one] * lines) / 1000;
  const over = importPhases.filter((one) => one !== name && tookMs[one] !== undefined);
  const tookAllMs = over.reduce((sum, one) => sum + (tookMs[one] ?? 0), 0);
  const usualAllMs = over.reduce((sum, one) => sum + usualMs(one), 0);

  const expectedMs = usualMs(name) * believed(tookAllMs, usualAllMs, tookAllMs);
  const elapsedMs = msBetween(phase.since, now);
  // Before anything is done an import may wait for others: that says nothing about its pace.
  const phaseMs = share === 0 ? expectedMs : expectedMs * believed(elapsedMs / share, expectedMs, elapsedMs);
  const spentMs = tookAllMs + share * phaseMs;
  const slower = believed(spentMs, usualAllMs + share * usualMs(name), spentMs);
  const next = importPhases.slice(importPhases.indexOf(name) + 1);
  const leftMs = (1 - share) * phaseMs + slower * next.reduce((sum, one) => sum + usualMs(one), 0);
  return {
    linesPerSecond: share === 0 ? null : tenth((share * lines * 1000) / elapsedMs),
    secondsLeft: Math.max(1, Math.round(leftMs / 1000)),
  };
}
