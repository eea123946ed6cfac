import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DuplicateLines, type LinePlace } from './duplicate-lines.js';

describe('lines of the same contact', () => {
  it('are found as a plain map finds them, whatever the numbers are', () => {
    const number = fc.oneof(
      fc.string({ unit: fc.constantFrom('0', '1', 'a', 'é'), minLength: 1, maxLength: 3 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }).filter((text) => Array.from(text).length <= 20),
      fc.constant('😀'.repeat(20)),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 300 }), (numbers) => {
        const lines = new DuplicateLines();
        const places = numbers.map((_, index): LinePlace => ({ part: 1 + (index % 2), line: 2 + (index >> 1) }));
        numbers.forEach((text, index) => lines.add(text, places[index]!));
        numbers.forEach((text, index) => {
          const others = places.filter((_, other) => other !== index && numbers[other] === text);
          const found = lines.othersOf(text, places[index]!);
          expect(others).toEqual(expect.arrayContaining(found));
          expect(found).toHaveLength(Math.min(others.length, 10));
        });
      }),
    );
  });

  it('are found among 300,000 with little memory', () => {
    const lines = new DuplicateLines();
    const before = process.memoryUsage();
    for (let line = 2; line < 300_002; line++) lines.add(String(line * 7), { part: 1, line });
    lines.add('14', { part: 1, line: 300_002 });
    const after = process.memoryUsage();
    expect(lines.othersOf('14', { part: 1, line: 2 })).toEqual([{ part: 1, line: 300_002 }]);
    expect(lines.othersOf('21', { part: 1, line: 3 })).toEqual([]);
    expect(lines.othersOf('nobody', { part: 1, line: 3 })).toEqual([]);
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(40_000_000);
  });

  it('may be all lines of a file', () => {
    const lines = new DuplicateLines();
    for (let line = 2; line < 100_002; line++) lines.add('1', { part: 1, line });
    expect(lines.othersOf('1', { part: 1, line: 50_000 })).toHaveLength(11);
  });
});
