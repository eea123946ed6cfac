import { describe, expect, it } from '@jest/globals';
import { paceOf } from './progress.rules.js';

const startedAt = new Date('2026-03-01T10:00:00Z');
const later = (seconds: number): Date => new Date(startedAt.getTime() + seconds * 1000);

describe('the pace of a job', () => {
  it('is lines by second since it began, and what is left at that pace', () => {
    const pace = paceOf({ progress: { linesDone: 250, linesTotal: 1000 }, startedAt }, later(10));
    expect(pace).toEqual({ linesPerSecond: 25, secondsLeft: 30 });
  });

  it('is not known before there is something to go by', () => {
    const unknown = { linesPerSecond: null, secondsLeft: null };
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
