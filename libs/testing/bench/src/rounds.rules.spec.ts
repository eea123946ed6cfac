import { describe, expect, it } from '@jest/globals';
import { figureOf, inRounds, median, ratioOf, requireSameWork, type Sample } from './rounds.rules.js';

const took = (seconds: number, rows = 100): Sample => ({ seconds, rows });
const seconds = (sample: Sample): number => sample.seconds;

describe('the median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});

describe('a figure', () => {
  it.each([
    [[100, 110, 90], 0.1, true],
    [[100, 115, 100], 0.15, true],
    [[100, 100, 84], 0.16, false],
  ])('of %j has the spread %d; may be quoted: %s', (values, spread, reproducible) => {
    expect(figureOf(values)).toEqual({ median: 100, spread: expect.closeTo(spread), reproducible });
  });
});

describe('the ratio', () => {
  it('compares what was measured in the same round, so that a round in which all is slow says nothing', () => {
    const ours = [took(1), took(10), took(1)];
    const theirs = [took(2), took(20), took(2)];
    expect(ratioOf(ours, theirs, seconds)).toEqual({ median: 2, spread: 0, reproducible: true });
  });

  it('is that of the time a row, when one was given fewer rows', () => {
    expect(ratioOf([took(1, 100)], [took(1, 10)], seconds).median).toBeCloseTo(10);
  });
});

describe('participants', () => {
  it('take turns, and keep their samples apart', async () => {
    const order: string[] = [];
    const participant = (name: string) => ({
      name,
      run: (round: number) => {
        order.push(`${name}${round}`);
        return Promise.resolve(took(round + 1));
      },
    });
    const samples = await inRounds([participant('A'), participant('B')], 2);
    expect(order).toEqual(['A0', 'B0', 'A1', 'B1']);
    expect(samples.get('B')).toEqual([took(1), took(2)]);
  });

  it.each([
    ['rows', { seconds: 1, rows: 99, digest: 'x' }],
    ['values', { seconds: 1, rows: 100, digest: 'y' }],
  ])('that did not do the same work end the bench: other %s', async (_, other) => {
    const run = (sample: Sample) => () => Promise.resolve(sample);
    const participants = [
      { name: 'ours', run: run({ seconds: 1, rows: 100, digest: 'x' }) },
      { name: 'peer', run: run(other) },
    ];
    await expect(inRounds(participants, 1)).rejects.toThrow(/Not the same work.*ours: 100 rows, values x; peer/);
  });

  it('of which one is given fewer rows are compared without it', async () => {
    const run = (sample: Sample) => () => Promise.resolve(sample);
    const participants = [
      { name: 'ours', run: run(took(1, 100)) },
      { name: 'slow', run: run(took(1, 10)), apart: true },
    ];
    const samples = await inRounds(participants, 1);
    expect(ratioOf(samples.get('ours')!, samples.get('slow')!, seconds).median).toBeCloseTo(10);
  });

  it('may leave their values out where another round has looked at them', () => {
    const samples = [
      { ...took(1), digest: 'x', name: 'ours' },
      { ...took(2), name: 'peer' },
    ];
    expect(() => requireSameWork(samples)).not.toThrow();
  });
});
