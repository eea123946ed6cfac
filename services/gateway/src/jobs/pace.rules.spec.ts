import { describe, expect, it } from '@jest/globals';
import type { JobProgress, PhaseProgress } from '@roundtrip/database';
import { paceOf, paceOfPhases } from './pace.rules.js';

const startedAt = new Date('2026-03-01T10:00:00Z');
const later = (seconds: number): Date => new Date(startedAt.getTime() + seconds * 1000);
const unknown = { linesPerSecond: null, secondsLeft: null };

describe('the pace of a template, and of a job that is over', () => {
  it('is lines by second since it began, and what is left at that pace', () => {
    const pace = paceOf({ progress: { linesDone: 250, linesTotal: 1000 }, startedAt }, later(10));
    expect(pace).toEqual({ linesPerSecond: 25, secondsLeft: 30 });
  });

  it('is not known before there is something to go by', () => {
    expect(paceOf({ progress: { linesDone: 0, linesTotal: 1000 }, startedAt }, later(10))).toEqual(unknown);
    expect(paceOf({ progress: { linesDone: 0, linesTotal: 0 } }, later(10))).toEqual(unknown);
  });

  it('stays what it was when the job has ended', () => {
    const ended = { progress: { linesDone: 100, linesTotal: 100 }, startedAt, finishedAt: later(4) };
    expect(paceOf(ended, later(10_000))).toEqual({ linesPerSecond: 25, secondsLeft: 0 });
  });

  it('is a number even for a job that took no time', () => {
    const instant = { progress: { linesDone: 3, linesTotal: 3 }, startedAt, finishedAt: startedAt };
    expect(Number.isFinite(paceOf(instant, startedAt).linesPerSecond)).toBe(true);
  });
});

describe('the pace of an import', () => {
  // A million lines: 10 s, 30 s and 5 s.
  const paces = { reading: 10, deciding: 30, reporting: 5 };
  const million = 1_000_000;
  const progress = (
    name: PhaseProgress['name'],
    share: number,
    tookMs?: JobProgress['tookMs'],
    lines = million,
  ): JobProgress => ({
    linesDone: Math.round(share * lines),
    linesTotal: lines,
    phase: { name, since: startedAt, share, lines },
    ...(tookMs && { tookMs }),
  });

  it.each<[string, JobProgress, seconds: number, perSecond: number | null, left: number]>([
    ['half read, as fast as ever, has the other half and what comes', progress('reading', 0.5), 5, 100_000, 40],
    ['half read, twice as slow, will be slower in what comes', progress('reading', 0.5), 10, 50_000, 57],
    ['that begins to decide has what deciding takes', progress('deciding', 0, { reading: 10_000 }), 0, null, 35],
    ['that waits does not seem to be slow for that', progress('deciding', 0, { reading: 10_000 }), 90, null, 35],
    ['half decided', progress('deciding', 0.5, { reading: 10_000 }), 15, 33_333.3, 20],
    [
      'whose reports are half written',
      progress('reporting', 0.5, { reading: 10_000, deciding: 30_000 }),
      2,
      250_000,
      2,
    ],
    ['that is nearly over is not over', progress('reporting', 1, { reading: 10_000, deciding: 30_000 }), 5, 200_000, 1],
  ])('%s', (_, known, seconds, linesPerSecond, secondsLeft) => {
    expect(paceOfPhases(known, paces, later(seconds))).toEqual({ linesPerSecond, secondsLeft });
  });

  it('is not known before anybody knows how many lines there are', () => {
    expect(paceOfPhases({ linesDone: 0, linesTotal: 0 }, paces, later(3))).toEqual(unknown);
    expect(paceOfPhases(progress('reading', 0, undefined, 0), paces, later(3))).toEqual(unknown);
  });
});
