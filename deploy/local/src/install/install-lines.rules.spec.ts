import { describe, expect, it } from '@jest/globals';
import { closingLines, durationText, installLine, type StepState } from './install-lines.rules.js';

describe('a duration', () => {
  it.each([
    [0, '0 s'],
    [499, '0 s'],
    [59_400, '59 s'],
    [59_600, '1 min'],
    [64_000, '1 min 4 s'],
    [1_800_000, '30 min'],
    [3_599_700, '1 h'],
    [3_720_000, '1 h 2 min'],
  ])('of %d ms is told as %s', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });
});

describe('the line of a server that is being installed', () => {
  const compiling: StepState = { name: 'compiling', beganAt: 20, counted: { done: 412, total: 1300, of: 'packages' } };
  it.each<[string, StepState[], string]>([
    ['nothing is known yet', [], 'minio: installing, 1 min 12 s'],
    ['nothing can be counted', [{ name: 'fetching jars', beganAt: 0 }], 'minio: fetching jars, 1 min 12 s'],
    ['its total is known', [compiling], 'minio: compiling, 412 of 1300 packages, 1 min 12 s'],
    [
      'nobody knows the total',
      [{ name: 'fetching sources', beganAt: 0, counted: { done: 30, of: 'modules' } }],
      'minio: fetching sources, 30 modules, 1 min 12 s',
    ],
    [
      'a step is over',
      [{ name: 'fetching sources', beganAt: 0, endedAt: 20 }, compiling],
      'minio: compiling, 412 of 1300 packages, 1 min 12 s',
    ],
    [
      'two things go on at the same time',
      [compiling, { name: 'unpacking PostgreSQL', beganAt: 0, counted: { done: 3, total: 140, of: 'packages' } }],
      'minio: compiling, 412 of 1300 packages; unpacking PostgreSQL, 3 of 140 packages, 1 min 12 s',
    ],
  ])('where %s', (_case, steps, line) => {
    expect(installLine({ server: 'minio', beganAt: 0, steps }, 72_000)).toBe(line);
  });

  it('says at the end how long it took, however late it is read', () => {
    expect(installLine({ server: 'kafka', beganAt: 0, endedAt: 31_000, steps: [] }, 99_000)).toBe(
      'kafka: installed in 31 s',
    );
  });
});

describe('where the time went', () => {
  it('is said for all together, for each server and for each step, the longest first', () => {
    const kafka = { server: 'kafka', beganAt: 0, endedAt: 31_000, steps: [] };
    const minio = {
      server: 'minio',
      beganAt: 1_000,
      endedAt: 229_000,
      steps: [
        { name: 'fetching sources', beganAt: 1_000, endedAt: 26_000 },
        { name: 'compiling', beganAt: 26_000, endedAt: 229_000 },
      ],
    };
    expect(closingLines([kafka, minio])).toEqual([
      'Installed in 3 min 49 s; later starts need none of it.',
      '  minio 3 min 48 s: fetching sources 25 s, compiling 3 min 23 s',
      '  kafka 31 s',
    ]);
  });

  it('is not said where nothing had to be installed, or nothing was finished', () => {
    expect(closingLines([])).toEqual([]);
    expect(closingLines([{ server: 'kafka', beganAt: 0, steps: [] }])).toEqual([]);
  });
});
