import { describe, expect, it } from '@jest/globals';
import { packageOf, summaryOf } from './profile-summary.js';

const node = (id: number, functionName: string, url = '', lineNumber = 0) => ({
  id,
  callFrame: { functionName, url, lineNumber },
});

describe('the summary of a CPU profile', () => {
  it('adds up what each function itself took, by package, without the time in which nothing ran', () => {
    const nodes = [
      node(1, '(idle)'),
      node(2, 'decideLine', 'file:///x/services/bulk-update/dist/line-decision.rules.js', 9),
      node(3, 'deserialize', 'file:///x/node_modules/bson/lib/bson.cjs'),
      node(4, 'decideLine', 'file:///x/services/bulk-update/dist/line-decision.rules.js', 9),
    ];
    expect(summaryOf({ nodes, samples: [1, 2, 3, 4, 3], timeDeltas: [500, 10, 40, 20, -5] })).toEqual({
      microseconds: 70,
      packages: [
        { name: 'bson', microseconds: 40, functions: [{ name: 'deserialize lib/bson.cjs:1', microseconds: 40 }] },
        {
          name: 'own: bulk-update',
          microseconds: 30,
          functions: [{ name: 'decideLine dist/line-decision.rules.js:10', microseconds: 30 }],
        },
      ],
    });
  });

  it.each([
    ['f', 'file:///x/node_modules/@nestjs/core/a.js', '@nestjs/core'],
    ['f', '/x/node_modules/a/node_modules/kafkajs/src/b.js', 'kafkajs'],
    ['f', 'file:///x/libs/testing/bench/dist/a.js', 'own: bench'],
    ['emit', 'node:events', 'node'],
    ['(garbage collector)', '', '(garbage collector)'],
    ['parse', '', 'V8 and built-in functions'],
  ])('tells whose %s of %s is', (functionName, url, name) => {
    expect(packageOf(functionName, url)).toBe(name);
  });
});
