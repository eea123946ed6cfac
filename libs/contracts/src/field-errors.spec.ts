import { describe, expect, it } from '@jest/globals';
import { FIELD_ERRORS_SHOWN, firstFieldErrors } from './field-errors.js';

const fault = (pointer: string, message = 'This is wrong.') => ({ pointer, message });

describe('the faults that an answer tells', () => {
  it('are all of a few', () => {
    expect(firstFieldErrors([fault('/a'), fault('/b/0')])).toEqual([fault('/a'), fault('/b/0')]);
  });

  it('are the first ones of many, and how many more there are', () => {
    const faults = Array.from({ length: 4_233 }, (_, index) => fault(`/values/${index}`));
    expect(firstFieldErrors(faults)).toEqual([...faults.slice(0, FIELD_ERRORS_SHOWN), fault('', 'And 4,213 more.')]);
  });

  it('quote no more than the beginning of what was sent', () => {
    const [shown] = firstFieldErrors([fault(`/rule/${'x'.repeat(200_000)}/all`, '🎭'.repeat(100_000))]);
    expect(shown?.pointer).toBe(`/rule/${'x'.repeat(99)}…/all`);
    expect(shown?.message).toMatch(/^(?:🎭){299}…$/u);
  });

  it('are small, whatever was sent', () => {
    const deep = Array.from({ length: 32 }, () => 'k'.repeat(8_000)).join('/');
    const answer = JSON.stringify(firstFieldErrors(Array.from({ length: 100 }, () => fault(deep, deep))));
    expect(answer.length).toBeLessThan(90_000);
  });
});
