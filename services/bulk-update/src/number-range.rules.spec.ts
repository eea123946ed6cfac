import { describe, expect, it } from '@jest/globals';
import { numberRange } from './number-range.rules.js';

const serial = (from: number, count: number, step = 1): string[] =>
  Array.from({ length: count }, (_, at) => String(from + at * step).padStart(8, '0'));

describe('numbers as one range', () => {
  it('are those of a template: sorted, and nearly one behind the other', () => {
    expect(numberRange(serial(100, 40))).toEqual({ first: '00000100', last: '00000139', atMost: 80 });
    expect(numberRange(serial(100, 40, 2))).toMatchObject({ last: '00000178' });
  });

  it('may have something in front, and others between them', () => {
    expect(numberRange(serial(100, 40).map((number) => `A-${number}`))).toMatchObject({ first: 'A-00000100' });
    expect(numberRange([...serial(100, 20), '00000119x', ...serial(120, 20)])).toMatchObject({ atMost: 82 });
  });

  it.each([
    ['few', serial(1, 15)],
    ['far apart', serial(1, 40, 3)],
    ['not sorted', serial(1, 40).toReversed()],
    ['sorted but for one', [...serial(1, 20), '00000003', ...serial(21, 20)]],
    ['of different lengths', [...serial(1, 40), '1']],
    ['the same number', Array.from({ length: 40 }, () => '00000001')],
    ['no serial numbers', serial(1, 40).map((number) => `${number}A`)],
    ['letters', Array.from({ length: 40 }, (_, at) => `n${String.fromCharCode(97 + at / 2)}`)],
    ['of letters that keys and texts sort differently', serial(1, 40).map((number) => `é${number}`)],
    ['none', []],
  ])('are not those that are %s', (_, numbers) => {
    expect(numberRange(numbers)).toBeUndefined();
  });
});
