import { describe, expect, it } from '@jest/globals';
import type { JobSize } from '@roundtrip/database';
import fc from 'fast-check';
import { nextRelease, sizeOf } from './admission.rules.js';

interface Waiting {
  jobId: string;
  size: JobSize;
  requestedAt: Date;
}

const places = { all: 4, besideOthers: 1, small: 2 };
const queueOf = (sizes: readonly JobSize[]): Waiting[] =>
  sizes.map((size, at) => ({ jobId: `job${at}`, size, requestedAt: new Date(at) }));
const firstOf = (queue: readonly Waiting[]) => {
  const small = queue.find(({ size }) => size === 'small');
  const large = queue.find(({ size }) => size === 'large');
  return { ...(small && { small }), ...(large && { large }) };
};

/** All that leave the queue while nobody ends, in their order. */
function released(
  sizes: readonly JobSize[],
  running: readonly number[] = [],
  { given = places, othersActive = false } = {},
) {
  const queue = queueOf(sizes);
  const taken = new Set(running);
  const out: { jobId: string; size: JobSize; place: number }[] = [];
  for (;;) {
    const next = nextRelease(firstOf(queue), taken, given, othersActive);
    if (!next) return out;
    expect(taken).not.toContain(next.place);
    taken.add(next.place);
    const [job] = queue.splice(
      queue.findIndex(({ jobId }) => jobId === next.jobId),
      1,
    );
    out.push({ ...next, size: job!.size });
  }
}
const names = (all: { jobId: string }[]) => all.map(({ jobId }) => jobId);
const many = (count: number, size: JobSize): JobSize[] => Array.from({ length: count }, () => size);

describe('the queue of an institution', () => {
  it('lets four go, in the order in which they came', () => {
    expect(names(released(many(40, 'large')))).toEqual(['job0', 'job1', 'job2', 'job3']);
  });

  it('lets the next one go for one that has ended', () => {
    expect(released(many(3, 'large'), [1, 2, 4])).toEqual([{ jobId: 'job0', size: 'large', place: 3 }]);
    expect(released(many(3, 'large'), [1, 2, 3, 4])).toEqual([]);
  });

  it('lets a small one pass the large ones before it', () => {
    expect(names(released([...many(40, 'large'), 'small']))).toEqual(['job0', 'job1', 'job2', 'job3', 'job40']);
    expect(names(released([...many(5, 'large'), 'small'], [1, 2, 3, 4]))).toEqual(['job5']);
  });

  it('gives small ones the places for all, too, and those of small ones first', () => {
    expect(released(many(9, 'small')).map(({ place }) => place)).toEqual([5, 6, 1, 2, 3, 4]);
  });

  it('lets one at a time go while others want something, too, and takes nothing away from those that run', () => {
    const othersActive = true;
    expect(released(many(40, 'large'), [], { othersActive })).toEqual([{ jobId: 'job0', size: 'large', place: 1 }]);
    expect(released(many(3, 'large'), [1, 2, 3, 4], { othersActive })).toEqual([]);
    expect(released(many(3, 'large'), [4], { othersActive })).toEqual([]);
    expect(names(released([...many(3, 'large'), ...many(9, 'small')], [4], { othersActive }))).toEqual([
      'job3',
      'job4',
    ]);
  });

  it('leaves no place empty that somebody waits for, gives none twice, and passes nobody of the same size', () => {
    const size = fc.constantFrom<JobSize>('small', 'large');
    const given = fc.record({ all: fc.integer({ min: 1, max: 5 }), small: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(
        fc.array(size, { maxLength: 30 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 8 })),
        given,
        (...all) => {
          const [sizes, running, { all: forAll, small }] = all;
          const out = released(sizes, running, { given: { all: forAll, besideOthers: 1, small } });
          const taken = new Set([...running, ...out.map(({ place }) => place)]);
          const free = (from: number, to: number) =>
            Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((place) => !taken.has(place)).length;
          const left = (wanted: JobSize) =>
            sizes.filter((each) => each === wanted).length - out.filter((job) => job.size === wanted).length;
          if (left('large') > 0) expect(free(1, forAll)).toBe(0);
          if (left('small') > 0) expect(free(1, forAll + small)).toBe(0);
          for (const each of ['small', 'large'] as const) {
            const wanted = queueOf(sizes).filter((job) => job.size === each);
            const went = out.filter((job) => job.size === each);
            expect(names(went)).toEqual(names(wanted.slice(0, went.length)));
          }
          expect(out.filter((job) => job.size === 'large').every(({ place }) => place <= forAll)).toBe(true);
        },
      ),
    );
  });

  it('beside others never gives more than is said, starves nobody, and hands everything out in the end', () => {
    const size = fc.constantFrom<JobSize>('small', 'large');
    const given = fc.record({
      all: fc.integer({ min: 1, max: 5 }),
      besideOthers: fc.integer({ min: 1, max: 5 }),
      small: fc.integer({ min: 0, max: 3 }),
    });
    /** Who else comes and goes, and which of the running jobs ends next. */
    const course = fc.infiniteStream(fc.record({ othersActive: fc.boolean(), ends: fc.nat() }));
    fc.assert(
      fc.property(fc.array(size, { maxLength: 30 }), given, course, (sizes, of, steps) => {
        const queue = queueOf(sizes);
        const taken: number[] = [];
        for (const { othersActive, ends } of steps) {
          const allowed = othersActive ? Math.min(of.all, of.besideOthers) : of.all;
          for (;;) {
            const next = nextRelease(firstOf(queue), new Set(taken), of, othersActive);
            if (!next) break;
            taken.push(next.place);
            queue.splice(
              queue.findIndex(({ jobId }) => jobId === next.jobId),
              1,
            );
            if (next.place <= of.all) {
              expect(taken.filter((place) => place <= of.all).length).toBeLessThanOrEqual(allowed);
            }
          }
          expect(new Set(taken).size).toBe(taken.length);
          if (queue.length === 0) return;
          // Whoever waits waits for one that runs: its end is what brings the next.
          expect(taken.length).toBeGreaterThan(0);
          taken.splice(ends % taken.length, 1);
        }
      }),
    );
  });
});

describe('a job', () => {
  it.each<[Parameters<typeof sizeOf>[0], JobSize]>([
    [{ bytes: 262_144 }, 'small'],
    [{ bytes: 262_145 }, 'large'],
    [{ bytes: 262_145, lines: 1_000 }, 'small'],
    [{ bytes: 262_145, lines: 1_001 }, 'large'],
    [{ lines: 0 }, 'small'],
    [{}, 'large'],
  ])('of %j is %s', (known, size) => {
    expect(sizeOf(known)).toBe(size);
  });
});
