import { describe, expect, it } from '@jest/globals';
import { type ImportPhase, importPhases } from '@roundtrip/contracts';
import type { ImportJobDocument, ImportKind, PhasePaces } from '@roundtrip/database';
import fc from 'fast-check';
import { importChange, type ImportEvent } from './import-job.rules.js';
import { paceOfPhases } from './pace.rules.js';
import { measured, pacesOf } from './paces.rules.js';
import { busyMachine, recordedSpeeds, type Speeds } from '../../test/recorded-speeds.js';

/** Reading says nothing of lines for so much of it: they are being counted. */
const COUNTING = 0.35;
const begun = new Date('2026-03-01T10:00:00Z').getTime();

interface Moment {
  at: number;
  share: number;
  secondsLeft: number | null;
}
interface Played {
  moments: Moment[];
  seconds: number;
  /** What it leaves behind for the next one. */
  paces: PhasePaces | undefined;
}

/** An import as the gateway hears of it: each phase says once a second how far it is, at the speeds that were recorded. */
function play(kind: ImportKind, lines: number, speeds: Speeds, paces: PhasePaces): Played {
  let job: Pick<ImportJobDocument, 'state' | 'action' | 'progress' | 'paces'> = {
    state: 'QUEUED',
    action: kind === 'check' ? 'check' : 'update',
    progress: { linesDone: 0, linesTotal: 0 },
    paces,
  };
  let now = begun;
  const moments: Moment[] = [];
  const hear = (event: ImportEvent): void => {
    job = { ...job, ...importChange(job, event) };
    const { secondsLeft } = paceOfPhases(job.progress, paces, new Date(now));
    moments.push({ at: (now - begun) / 1000, share: job.progress.share ?? 0, secondsLeft });
  };
  hear({ type: 'reading', at: new Date(now) });
  for (const phase of importPhases) {
    const at = new Date(now);
    if (phase === 'deciding') hear({ type: 'accepted', at, lines });
    if (phase === 'reporting') hear({ type: 'progressed', phase, at, linesDone: 0, linesTotal: lines });
    for (let done = 0, second = 0; done < lines; second++) {
      const speed = speeds[phase][second % speeds[phase].length]!;
      now += Math.min(1, (lines - done) / speed) * 1000;
      done = Math.min(lines, done + speed);
      if (done < lines) hear({ type: 'progressed', at: new Date(now), ...told(phase, done, lines) });
    }
  }
  const counts = { total: lines, applied: lines, unchanged: 0, rejected: 0, notAttempted: 0 };
  const end = importChange(job, {
    type: 'completed',
    at: new Date(now),
    state: kind === 'check' ? 'CHECKED' : 'DONE',
    counts: { ...counts, overwritten: 0, warnings: 0, blankLines: 0 },
  });
  return { moments, seconds: (now - begun) / 1000, paces: end?.progress && measured(end.progress) };
}

function told(phase: ImportPhase, done: number, lines: number) {
  const share = done / lines;
  if (phase !== 'reading') return { phase, linesDone: Math.floor(done), linesTotal: lines };
  if (share < COUNTING) return { phase, linesDone: 0, linesTotal: 0, share, linesExpected: Math.round(lines * 1.02) };
  const linesDone = Math.floor(((share - COUNTING) / (1 - COUNTING)) * lines);
  return { phase, linesDone, linesTotal: lines, share };
}

/** How wrong the time left was at worst from the first fifth on. It is said in whole seconds; the last two are not measured. */
function worstOf({ moments, seconds }: Played): number {
  const wrong = moments
    .filter(({ at }) => at >= seconds / 5 && seconds - at > 2)
    .map(({ at, secondsLeft }) => {
      const left = seconds - at;
      return Math.max(0, Math.abs((secondsLeft ?? Infinity) - left) - 0.5) / left;
    });
  expect(wrong.length).toBeGreaterThan(10);
  return Math.max(...wrong);
}

const times = (speeds: Speeds, factor: number): Speeds => ({
  reading: speeds.reading.map((speed) => speed * factor),
  deciding: speeds.deciding.map((speed) => speed * factor),
  reporting: speeds.reporting.map((speed) => speed * factor),
});
const recorded = recordedSpeeds.map(({ name, kind, speeds }) => [name, kind, speeds] as const);

describe('the time left of a long import', () => {
  it.each(recorded)('is right to a quarter from the first fifth on where imports ran before: %s', (_, kind, speeds) => {
    const first = play(kind, 1_000_000, speeds, pacesOf(kind));
    const next = play(kind, 964_281, speeds, pacesOf(kind, [first.paces!]));
    expect(worstOf(next)).toBeLessThan(0.25);
  });

  it.each(recorded)(
    'is right to a quarter where no import ran before, on a machine like ours: %s',
    (_, kind, speeds) => {
      expect(worstOf(play(kind, 1_000_000, speeds, pacesOf(kind)))).toBeLessThan(0.25);
    },
  );

  it.each(recorded)(
    'is right to a quarter on a day on which everything takes half as long again: %s',
    (_, kind, speeds) => {
      const first = play(kind, 1_000_000, speeds, pacesOf(kind));
      const slow = play(kind, 1_000_000, times(speeds, 2 / 3), pacesOf(kind, [first.paces!]));
      expect(worstOf(slow)).toBeLessThan(0.25);
    },
  );

  it('is not far off where other work comes and goes and no two seconds are alike', () => {
    const { kind, speeds } = busyMachine;
    const first = play(kind, 1_000_000, speeds, pacesOf(kind));
    expect(worstOf(play(kind, 964_281, speeds, pacesOf(kind, [first.paces!])))).toBeLessThan(0.4);
  });

  it('is right to a quarter wherever imports ran before, however fast each phase is there', () => {
    const speed = fc.integer({ min: 2_000, max: 60_000 });
    const jitter = fc.array(fc.double({ min: 0.85, max: 1.15, noNaN: true }), { minLength: 7, maxLength: 7 });
    const anyWhere = fc.record({ reading: speed, deciding: speed, reporting: speed, jitter });
    fc.assert(
      fc.property(anyWhere, ({ jitter: factors, ...base }) => {
        const speeds = Object.fromEntries(
          importPhases.map((phase) => [phase, factors.map((factor) => base[phase] * factor)]),
        ) as unknown as Speeds;
        const first = play('update', 1_000_000, speeds, pacesOf('update'));
        expect(worstOf(play('update', 800_000, speeds, pacesOf('update', [first.paces!])))).toBeLessThan(0.25);
      }),
      { numRuns: 100 },
    );
  });

  it.each(recorded)('comes with a share that goes as time goes: %s', (_, kind, speeds) => {
    const first = play(kind, 1_000_000, speeds, pacesOf(kind));
    const { moments, seconds } = play(kind, 1_000_000, speeds, pacesOf(kind, [first.paces!]));
    for (const { at, share } of moments) expect(Math.abs(share - at / seconds)).toBeLessThan(0.1);
    const shares = moments.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
});
