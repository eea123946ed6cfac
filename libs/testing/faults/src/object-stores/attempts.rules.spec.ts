import { describe, expect, it } from '@jest/globals';
import { faultOf } from './attempts.rules.js';

/** `a+` is an acknowledged put of a, `b-` one that was not. */
const attempts = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one) => ({ sha256: one.slice(0, -1), isAcknowledged: one.endsWith('+') }));

describe('what stands at a key after a crash', () => {
  it.each([
    ['a+', 'a', undefined],
    ['a+', undefined, 'lost'],
    ['a+', 'half', 'torn'],
    ['a-', undefined, undefined],
    ['a-', 'a', undefined],
    ['a-', 'half', 'torn'],
    ['a+ b+', 'b', undefined],
    ['a+ b+', 'a', 'older'],
    ['a+ b-', 'a', undefined],
    ['a+ b-', 'b', undefined],
    ['a+ b-', undefined, 'lost'],
    ['a+ b- c+', 'b', 'older'],
    ['a- b-', 'a', undefined],
  ])('of the puts %s: %s is %s', (made, found, fault) => {
    expect(faultOf(attempts(made), found)).toBe(fault);
  });
});
