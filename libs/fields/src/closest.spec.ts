import { describe, expect, it } from '@jest/globals';
import { closest } from './closest.js';

const codes = ['TEACHER', 'STUDENT', 'RETIRED', 'A', 'B', 'Être'];

describe('did you mean', () => {
  it.each([
    ['teacher', 'TEACHER'],
    [' TEACHER ', 'TEACHER'],
    ['TEACHR', 'TEACHER'],
    ['TAECHER', 'TEACHER'],
    ['etre', 'Être'],
    ['a', 'A'],
  ])('%j is near %j', (text, candidate) => {
    expect(closest(text, codes)).toBe(candidate);
  });

  it.each(['PILOT', 'C', '', '   ', 'x'.repeat(10_000)])('%j is near nothing', (text) => {
    expect(closest(text, codes)).toBeUndefined();
  });

  it('prefers the candidate with fewer edits', () => {
    expect(closest('GOLDEN', ['GOLDER', 'golden'])).toBe('golden');
  });
});
