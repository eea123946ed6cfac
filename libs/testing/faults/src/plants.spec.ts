import { describe, expect, it } from '@jest/globals';
import { planted } from './plants.js';

const plant = { says: 'nothing is checked', module: 'a/dist/b.js', replace: [{ text: 'if (ok)', by: 'if (true)' }] };

describe('a planted fault', () => {
  it('replaces its text and nothing else', () => {
    expect(planted(plant, 'a();\nif (ok) b();\n')).toBe('a();\nif (true) b();\n');
  });

  it.each([['a();'], ['if (ok) a();\nif (ok) b();']])('is not planted beside its text: %j', (source) => {
    expect(() => planted(plant, source)).toThrow('a/dist/b.js does not hold exactly once: if (ok)');
  });
});
