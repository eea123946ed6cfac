import { describe, expect, it } from '@jest/globals';
import { differences, type LineReport } from './report-differences.rules.js';

const report = (lines: Record<string, LineReport>) => new Map(Object.entries(lines));

describe('where two runs of an import differ', () => {
  it.each<[string, LineReport | undefined, LineReport | undefined, string | undefined]>([
    ['that changed the same', { changed: 'x', codes: [] }, { changed: 'x', codes: [] }, undefined],
    ['of which nothing is said', undefined, undefined, undefined],
    ['that was rejected for the same', { codes: ['A', 'B'] }, { codes: ['B', 'A', 'A'] }, undefined],
    [
      'that is rejected now',
      { changed: 'x', codes: [] },
      { codes: ['CONFLICT'] },
      'changed its contact before, does not now (- before, CONFLICT now)',
    ],
    ['that is unchanged now', { changed: 'x', codes: [] }, undefined, 'changed its contact before, does not now'],
    [
      'that is applied now',
      { codes: ['CONFLICT'] },
      { changed: 'x', codes: [] },
      'did not change its contact before, does now (CONFLICT before, - now)',
    ],
    [
      'that met other values',
      { changed: 'x', codes: [] },
      { changed: 'y', codes: [] },
      'changes its contact from or to other values than before',
    ],
    ['with another error', { codes: ['A'] }, { codes: ['B'] }, 'is spoken of otherwise than before (A before, B now)'],
  ])('a line %s', (_, before, after, words) => {
    const found = differences(report(before ? { 7: before } : {}), report(after ? { 7: after } : {}));
    expect(found).toEqual(words === undefined ? [] : [{ line: '7', words }]);
  });

  it('is told in the order of the file, part by part', () => {
    const lines = ['2:3', '10', '1:30', '9', '1:4'];
    const found = differences(report(Object.fromEntries(lines.map((line) => [line, { codes: ['A'] }]))), report({}));
    expect(found.map(({ line }) => line)).toEqual(['9', '10', '1:4', '1:30', '2:3']);
  });
});
