import { type ImportPhase, importPhases } from '@roundtrip/contracts';
import type { JobProgress, PhasePaces } from '@roundtrip/database';

/** How far a phase is, as an event tells it. */
export interface PhaseEvent {
  phase: ImportPhase;
  at: Date;
  linesDone: number;
  linesTotal: number;
  /** Of the phase, where that is not what its lines say. */
  share?: number | undefined;
  /** While they are being counted. */
  linesExpected?: number | undefined;
}

const rankOf = (phase: ImportPhase): number => importPhases.indexOf(phase);
const ofLines = (linesDone: number, linesTotal: number): number => (linesTotal === 0 ? 0 : linesDone / linesTotal);
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

/** The share of the whole when a phase is so far. */
export function shareOf(phase: ImportPhase, share: number, paces: PhasePaces): number {
  const sum = importPhases.reduce((all, name) => all + paces[name], 0);
  const before = importPhases.slice(0, rankOf(phase)).reduce((all, name) => all + paces[name], 0);
  return (before + paces[phase] * share) / sum;
}

/**
 * The progress of an import after the event; undefined when all of that is known. Within a phase the largest of what was heard counts,
 * so that their order does not matter; an event of a phase that is over comes too late.
 */
export function advanced(known: JobProgress, event: PhaseEvent, paces: PhasePaces): JobProgress | undefined {
  const { phase } = known;
  if (phase && rankOf(event.phase) < rankOf(phase.name)) return undefined;
  const same = phase?.name === event.phase;
  const before = same ? { ...known, ...phase } : { linesDone: 0, linesTotal: 0, share: 0, lines: phase?.lines ?? 0 };
  const linesDone = Math.max(before.linesDone, event.linesDone);
  const linesTotal = Math.max(before.linesTotal, event.linesTotal, linesDone);
  const share = Math.max(before.share, Math.min(1, event.share ?? ofLines(event.linesDone, event.linesTotal)));
  const isNew = !same || linesDone > known.linesDone || linesTotal > known.linesTotal || share > before.share;
  if (!isNew) return undefined;
  const expected = share > before.share ? (event.linesExpected ?? before.lines) : before.lines;
  const lines = linesTotal > 0 ? linesTotal : expected;
  const since = same ? phase.since : event.at;
  const tookMs = same || !phase ? known.tookMs : { ...known.tookMs, [phase.name]: msBetween(phase.since, event.at) };
  return {
    linesDone,
    linesTotal,
    share: Math.max(known.share ?? 0, rounded(shareOf(event.phase, share, paces))),
    phase: { name: event.phase, since, share, lines },
    ...(tookMs && { tookMs }),
  };
}

/** The progress of a template after the event; undefined when it says less than is known. It never goes back. */
export function grown(known: JobProgress, event: { linesDone: number; linesTotal: number }): JobProgress | undefined {
  const behind = event.linesDone < known.linesDone;
  const same = event.linesDone === known.linesDone && event.linesTotal === known.linesTotal;
  if (behind || same) return undefined;
  const linesTotal = Math.max(event.linesTotal, event.linesDone);
  const share = Math.max(known.share ?? 0, rounded(ofLines(event.linesDone, linesTotal)));
  return { linesDone: event.linesDone, linesTotal, share };
}

/** The progress of an import that is over: its lines that were worked on. */
export function ended(
  known: JobProgress,
  end: { at: Date; linesDone: number; linesTotal: number; whole: boolean },
): JobProgress {
  const { phase, tookMs, share = 0 } = known;
  const took = phase ? { ...tookMs, [phase.name]: msBetween(phase.since, end.at) } : tookMs;
  return {
    linesDone: end.linesDone,
    linesTotal: end.linesTotal,
    share: end.whole ? 1 : share,
    ...(took && { tookMs: took }),
  };
}

const msBetween = (from: Date, to: Date): number => Math.max(0, to.getTime() - from.getTime());
