import { describe, expect, it } from '@jest/globals';
import { isOneField, ofTransition, ofValueChange } from './change-filter.js';

const row = { path: 'criteria.ARTS', code: 'ARTS', name: 'Arts', lines: 3 };

describe('the lines that a row of the table counts', () => {
  it('are asked for in the words of the table', () => {
    expect(ofTransition({ ...row, from: 'Empty', to: 'A|B' })).toEqual({ field: row.path, from: 'Empty', to: 'A|B' });
    expect(ofValueChange({ ...row, change: 'removed', value: 'A' })).toEqual({ field: row.path, removed: 'A' });
  });

  it('cannot be asked for where many were counted together', () => {
    expect(ofTransition({ ...row, from: '(others)', to: '(others)' })).toBeUndefined();
    expect(ofValueChange({ ...row, change: 'added', value: '(others)' })).toBeUndefined();
  });

  it('are told from all lines of a field', () => {
    expect(isOneField({ field: row.path })).toBe(true);
    expect(isOneField({ field: row.path, added: 'A' })).toBe(false);
  });
});
