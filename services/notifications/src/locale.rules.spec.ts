import { describe, expect, it } from '@jest/globals';
import { localeOf } from './locale.rules.js';

const plainBlanks = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('numbers, dates and words', () => {
  it('are written as people in England do', () => {
    const { number, size, date, plural } = localeOf('en');
    expect(number(1_234_567)).toBe('1,234,567');
    expect(size(12_345_678)).toBe('12.3 MB');
    expect(date(new Date('2026-03-01T14:05:00Z'))).toBe('1 March 2026 at 14:05 UTC');
    expect([0, 1, 2].map((n) => plural(n, 'line', 'lines'))).toEqual(['lines', 'line', 'lines']);
  });

  it('are written as people in France do', () => {
    const { number, size, date, plural } = localeOf('fr');
    expect(plainBlanks(number(1_234_567))).toBe('1 234 567');
    expect(plainBlanks(size(12_345_678))).toBe('12,3 Mo');
    expect(date(new Date('2026-03-01T14:05:00Z'))).toBe('1 mars 2026 à 14:05 UTC');
    expect([0, 1, 2].map((n) => plural(n, 'ligne', 'lignes'))).toEqual(['ligne', 'ligne', 'lignes']);
  });
});
