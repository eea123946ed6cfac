import { describe, expect, it } from '@jest/globals';
import { FIELD_ERRORS_SHOWN, firstFieldFaults } from './field-errors.js';

const fault = (pointer: string, message = 'This is wrong.') => ({ pointer, message });

describe('the faults that an answer tells', () => {
  it('are all of a few', () => {
    expect(firstFieldFaults([fault('/a'), fault('/b/0')])).toEqual([fault('/a'), fault('/b/0')]);
  });

  it('are the first ones of many, and how many more there are', () => {
    const faults = Array.from({ length: 4_233 }, (_, index) => fault(`/values/${index}`));
    expect(firstFieldFaults(faults)).toEqual([
      ...faults.slice(0, FIELD_ERRORS_SHOWN),
      { pointer: '', message: [{ say: 'more-faults', with: { n: 4_213 } }] },
    ]);
  });

  it('quote no more than the beginning of what was sent', () => {
    const [shown] = firstFieldFaults([fault(`/rule/${'x'.repeat(200_000)}/all`, '🎭'.repeat(100_000))]);
    expect(shown?.pointer).toBe(`/rule/${'x'.repeat(99)}…/all`);
    expect(shown?.message).toMatch(/^(?:🎭){299}…$/u);
  });

  it('quote no more of it in a sentence, either', () => {
    const [shown] = firstFieldFaults([
      { pointer: '/a', message: [{ say: 'code-taken', with: { code: 'x'.repeat(1_000), n: 3 } }] },
    ]);
    expect(shown?.message).toEqual([{ say: 'code-taken', with: { code: `${'x'.repeat(299)}…`, n: 3 } }]);
  });

  it('are small, whatever was sent', () => {
    const deep = Array.from({ length: 32 }, () => 'k'.repeat(8_000)).join('/');
    const answer = JSON.stringify(firstFieldFaults(Array.from({ length: 100 }, () => fault(deep, deep))));
    expect(answer.length).toBeLessThan(90_000);
  });
});
