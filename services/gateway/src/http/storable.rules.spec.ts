import { describe, expect, it } from '@jest/globals';
import { requireStorable, isStorable } from './storable.rules.js';

const placesIn = (value: unknown, style: 'pointer' | 'name' = 'pointer'): unknown => {
  try {
    requireStorable(value, style);
    return [];
  } catch (error) {
    const { status, code, errors } = error as { status: number; code: string; errors: { pointer: string }[] };
    return [status, code, ...errors.map(({ pointer }) => pointer)];
  }
};

describe('what can be stored', () => {
  it.each([['é 😀 \u0301'], ['\t\r\n\u0001'], [''], [null], [12], [true], [{ a: ['b', { c: 'd' }] }]])(
    'is %j',
    (value) => {
      expect([isStorable(value), placesIn(value)]).toEqual([true, []]);
    },
  );

  it.each<[string, unknown, string[]]>([
    ['NUL', 'a\0b', ['']],
    ['half of a character', '\ud83d', ['']],
    ['two halves in the wrong order', '\ude00\ud83d', ['']],
    ['NUL deep inside', { rule: { all: [{ value: 'x' }, { value: ['\0'] }] } }, ['/rule/all/1/value/0']],
    ['several', { a: '\0', b: 'b', c: '\0' }, ['/a', '/c']],
    ['a name of a property, which is not quoted', { a: { 'x\0': 1 } }, ['/a']],
  ])('is not %s', (_, value, places) => {
    expect([isStorable(value), placesIn(value)]).toEqual([false, [422, 'CHARACTER_INVALID', ...places]]);
  });

  it('is said of a parameter by its name', () => {
    expect(placesIn({ query: '\0' }, 'name')).toEqual([422, 'CHARACTER_INVALID', 'query']);
  });

  it('is told of twenty places at most', () => {
    expect(placesIn(Array.from({ length: 50 }, () => '\0'))).toHaveLength(22);
  });
});
