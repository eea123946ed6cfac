import { describe, expect, it } from '@jest/globals';
import { importPhases } from '@roundtrip/contracts';
import type { JobProgress } from '@roundtrip/database';
import fc from 'fast-check';
import { advanced, ended, grown, type PhaseEvent, shareOf } from './progress.rules.js';

const since = new Date('2026-03-01T10:00:00Z');
const later = (seconds: number): Date => new Date(since.getTime() + seconds * 1000);
const paces = { reading: 10, deciding: 30, reporting: 10 };
const nothing: JobProgress = { linesDone: 0, linesTotal: 0 };
const after = (...events: Omit<PhaseEvent, 'at'>[]): JobProgress =>
  events.reduce<JobProgress>(
    (known, one, index) => advanced(known, { ...one, at: later(index) }, paces) ?? known,
    nothing,
  );

describe('the progress of an import', () => {
  it.each<[string, Omit<PhaseEvent, 'at'>[], Partial<JobProgress>]>([
    [
      'while the lines are counted has no lines, but a share',
      [{ phase: 'reading', linesDone: 0, linesTotal: 0, share: 0.2, linesExpected: 900 }],
      { linesDone: 0, linesTotal: 0, share: 0.04, phase: { name: 'reading', since, share: 0.2, lines: 900 } },
    ],
    [
      'while they are checked has those that are checked',
      [{ phase: 'reading', linesDone: 500, linesTotal: 1000, share: 0.7 }],
      { linesDone: 500, linesTotal: 1000, share: 0.14 },
    ],
    [
      'of a message that was sent before there were shares is that of its lines',
      [{ phase: 'reading', linesDone: 500, linesTotal: 1000 }],
      { linesDone: 500, linesTotal: 1000, share: 0.1 },
    ],
    [
      'begins at no line with each phase, and its share goes on',
      [
        { phase: 'reading', linesDone: 1000, linesTotal: 1000 },
        { phase: 'deciding', linesDone: 0, linesTotal: 1000 },
      ],
      { linesDone: 0, linesTotal: 1000, share: 0.2, tookMs: { reading: 1000 } },
    ],
    [
      'counts lines that are left out as no lines, but as a way to the end',
      [{ phase: 'deciding', linesDone: 200, linesTotal: 1000, share: 0.5 }],
      { linesDone: 200, linesTotal: 1000, share: 0.5 },
    ],
    [
      'is that of the reports at last',
      [
        { phase: 'deciding', linesDone: 990, linesTotal: 1000 },
        { phase: 'reporting', linesDone: 500, linesTotal: 1000 },
      ],
      { linesDone: 500, linesTotal: 1000, share: 0.9, tookMs: { deciding: 1000 } },
    ],
    [
      'hears nothing of a phase that is over',
      [
        { phase: 'deciding', linesDone: 10, linesTotal: 1000 },
        { phase: 'reading', linesDone: 1000, linesTotal: 1000 },
      ],
      { linesDone: 10, linesTotal: 1000, share: 0.206 },
    ],
  ])('%s', (_, events, expected) => {
    expect(after(...events)).toMatchObject(expected);
  });

  const lines = 1000;
  const anyEvent: fc.Arbitrary<PhaseEvent> = fc
    .record({
      phase: fc.constantFrom(...importPhases),
      linesDone: fc.nat(lines),
      left: fc.nat(lines),
      at: fc.nat(1000).map(later),
      isCounting: fc.boolean(),
    })
    .map(({ phase, linesDone, left, at, isCounting }) =>
      isCounting && phase === 'reading'
        ? { phase, at, linesDone: 0, linesTotal: 0, share: (linesDone / lines) * 0.3, linesExpected: lines + left }
        : { phase, at, linesDone, linesTotal: lines, share: Math.min(1, (linesDone + left) / lines) },
    );
  const play = (all: readonly PhaseEvent[]): JobProgress[] => {
    const states = [nothing];
    for (const one of all) {
      const known = states.at(-1)!;
      states.push(advanced(known, one, paces) ?? known);
    }
    return states;
  };

  it('never goes back, in its phase nor as a whole, however late and often events come', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (all) => {
        const states = play(all);
        for (const [index, next] of states.entries()) {
          const known = states[index - 1];
          if (!known) continue;
          expect(next.share ?? 0).toBeGreaterThanOrEqual(known.share ?? 0);
          expect(next.share ?? 0).toBeLessThanOrEqual(1);
          expect(next.linesDone).toBeLessThanOrEqual(next.linesTotal);
          if (next.phase?.name === known.phase?.name) {
            expect(next.linesDone).toBeGreaterThanOrEqual(known.linesDone);
            expect(next.phase?.since).toEqual(known.phase?.since);
          } else {
            expect(importPhases.indexOf(next.phase!.name)).toBeGreaterThan(
              known.phase ? importPhases.indexOf(known.phase.name) : -1,
            );
          }
        }
      }),
    );
  });

  it('is changed by nothing that was heard before', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (all) => {
        const end = play(all).at(-1)!;
        for (const one of all) expect(advanced(end, one, paces)).toBeUndefined();
      }),
    );
  });

  it('is the same in the end in whatever order the events of a phase come', () => {
    const ofPhase = fc
      .array(anyEvent)
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(ofPhase, ([all, shuffled]) => {
        const { linesDone, linesTotal, share, phase } = play(all).at(-1)!;
        const other = play(shuffled).at(-1)!;
        expect(other).toMatchObject({ linesDone, linesTotal });
        expect([other.share, other.phase?.share]).toEqual([share, phase?.share]);
      }),
    );
  });

  it('is whole at the end unless it was stopped, and then says what was worked on', () => {
    const known = after({ phase: 'deciding', linesDone: 155, linesTotal: 1000 });
    const end = { at: later(8), linesDone: 166, linesTotal: 1000 };
    expect(ended(known, { ...end, whole: false })).toEqual({
      linesDone: 166,
      linesTotal: 1000,
      share: known.share,
      tookMs: { deciding: 8000 },
    });
    expect(ended(known, { ...end, linesDone: 1000, whole: true })).toMatchObject({ linesDone: 1000, share: 1 });
  });
});

describe('the share of the whole', () => {
  it('is weighted by what the phases lately took, and has no gap between two of them', () => {
    expect(shareOf('reading', 0, paces)).toBe(0);
    expect(shareOf('reading', 1, paces)).toBe(shareOf('deciding', 0, paces));
    expect(shareOf('deciding', 0.5, paces)).toBe(0.5);
    expect(shareOf('deciding', 1, paces)).toBe(shareOf('reporting', 0, paces));
    expect(shareOf('reporting', 1, paces)).toBe(1);
  });
});

describe('the progress of a template', () => {
  it('grows with its lines, and keeps what it has when an older event comes', () => {
    const known = grown(nothing, { linesDone: 30, linesTotal: 40 });
    expect(known).toEqual({ linesDone: 30, linesTotal: 40, share: 0.75 });
    expect(grown(known!, { linesDone: 10, linesTotal: 40 })).toBeUndefined();
    expect(grown(known!, { linesDone: 30, linesTotal: 40 })).toBeUndefined();
    // The target holds more meanwhile: it was begun anew.
    expect(grown(known!, { linesDone: 31, linesTotal: 90 })).toEqual({ linesDone: 31, linesTotal: 90, share: 0.75 });
  });
});
