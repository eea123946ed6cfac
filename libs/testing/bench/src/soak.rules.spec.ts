import { describe, expect, it } from '@jest/globals';
import { courseOf, growthIn, type Holdings } from './soak.rules.js';

const at = (residentMiB: number, handles = 40, sockets = 20): Holdings => ({ residentMiB, handles, sockets });
const hour = (holding: (minute: number) => Holdings) => Array.from({ length: 60 }, (_, minute) => holding(minute));

describe('the course of a soak', () => {
  it('is told from the median of a tenth, so that a moment does not decide', () => {
    const course = courseOf(
      'gateway',
      hour((minute) => at(minute === 56 ? 900 : 100 + minute)),
    );
    expect([course.start, course.middle, course.end].map(({ residentMiB }) => residentMiB)).toEqual([109, 130, 158]);
  });

  it.each<[string, (minute: number) => Holdings, RegExp[]]>([
    ['level', () => at(120), []],
    ['high until all is loaded', (minute) => at(minute < 6 ? 200 : 120), []],
    ['low until all is loaded', (minute) => at(minute < 6 ? 60 : 120), []],
    ['up and down', (minute) => at(120 + (minute % 2) * 10), []],
    ['growing memory', (minute) => at(100 + minute), [/^gateway: memory grew from 109 to 157 MiB$/]],
    ['growing handles', (minute) => at(120, 40 + minute), [/handles grew from 49 to 97/]],
    ['growing sockets', (minute) => at(120, 100, 20 + minute), [/sockets grew from 29 to 77/]],
    ['all of it', (minute) => at(100 + minute, minute, minute), [/memory/, /handles/, /sockets/]],
  ])('with %s', (_what, holding, said) => {
    const grown = growthIn(courseOf('gateway', hour(holding)));
    expect(grown).toHaveLength(said.length);
    for (const [index, pattern] of said.entries()) expect(grown[index]).toMatch(pattern);
  });

  it('cannot be told from a moment', () => {
    expect(() => courseOf('gateway', [at(1), at(2)])).toThrow('gateway: 2 samples are too few');
  });
});
