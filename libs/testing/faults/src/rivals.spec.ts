import { describe, expect, it } from '@jest/globals';
import { decide, possibleEnds } from './rivals.js';

const line = (...cells: [old: string, wanted: string][]) => ({
  contactNumber: '1',
  email: '',
  cells: cells.map(([old, wanted]) => ({ old, new: wanted })),
});

describe('one line after another', () => {
  it.each([
    ['an untouched cell', 'TRUE', ['TRUE', ''], false, 'unchanged', 'TRUE'],
    ['what is there already', 'TRUE', ['FALSE', 'TRUE'], false, 'unchanged', 'TRUE'],
    ['a fresh change', 'TRUE', ['TRUE', 'Empty'], false, 'applied', 'Empty'],
    ['a stale change', 'TRUE', ['FALSE', 'Empty'], false, 'rejected', 'TRUE'],
    ['a stale change that overwrites', 'TRUE', ['FALSE', 'Empty'], true, 'applied', 'Empty'],
    ['a refusal that a stale file would undo', 'FALSE', ['Empty', 'TRUE'], true, 'rejected', 'FALSE'],
    ['a refusal that a stale file would make Empty', 'FALSE', ['TRUE', 'Empty'], true, 'rejected', 'FALSE'],
    ['a refusal that the file knows of', 'FALSE', ['FALSE', 'Empty'], false, 'applied', 'Empty'],
  ] as const)('%s', (_case, now, cell, overwrite, outcome, after) => {
    expect(decide([now], line([...cell]), overwrite)).toEqual({ outcome, values: [after] });
  });

  it('is rejected as a whole', () => {
    const decided = decide(['TRUE', 'TRUE'], line(['TRUE', 'FALSE'], ['FALSE', 'Empty']), false);
    expect(decided).toEqual({ outcome: 'rejected', values: ['TRUE', 'TRUE'] });
  });
});

describe('two rivals', () => {
  it('may each be the first', () => {
    const lines = [line(['TRUE', 'FALSE']), line(['TRUE', 'Empty'])];
    expect(possibleEnds(['TRUE'], lines, [false, false])).toEqual(['FALSE applied rejected', 'Empty rejected applied']);
  });

  it('that want the same leave nothing to do for the second', () => {
    const lines = [line(['TRUE', 'FALSE']), line(['TRUE', 'FALSE'])];
    expect(possibleEnds(['TRUE'], lines, [false, false])).toEqual([
      'FALSE applied unchanged',
      'FALSE unchanged applied',
    ]);
  });

  it('that do not meet have one outcome', () => {
    expect(possibleEnds(['TRUE'], [undefined, line(['TRUE', 'Empty'])], [false, true])).toEqual(['Empty none applied']);
  });
});
