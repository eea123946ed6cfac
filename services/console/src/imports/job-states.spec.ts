import { describe, expect, it } from '@jest/globals';
import type { Import } from '@roundtrip/gateway/api';
import { colourOf, fitOf } from './job-states.js';

const job = (state: Import['state'], total: number, rejected: number): Import =>
  ({ type: 'import', state, counts: { total, rejected, unchanged: total - rejected } }) as Import;

describe('what a finished import is said to come to', () => {
  it.each<[string, Import, string, ReturnType<typeof fitOf>]>([
    ['a check whose lines all fit', job('CHECKED', 3, 0), 'green', { fits: 'all', fit: 3, total: 3 }],
    ['a check with wrong lines', job('CHECKED', 3, 1), 'yellow', { fits: 'some', fit: 2, total: 3 }],
    ['a check without a good line', job('CHECKED', 3, 3), 'red', { fits: 'none', fit: 0, total: 3 }],
    ['an update whose lines all fit', job('DONE', 2, 0), 'green', { fits: 'all', fit: 2, total: 2 }],
    ['an update with wrong lines', job('DONE_WITH_ERRORS', 2, 1), 'yellow', { fits: 'some', fit: 1, total: 2 }],
    ['an update without a good line', job('DONE_WITH_ERRORS', 2, 2), 'red', { fits: 'none', fit: 0, total: 2 }],
    ['an undo without a line', job('DONE', 0, 0), 'green', undefined],
    ['what was stopped, whatever is wrong', job('CANCELLED', 3, 1), 'gray', undefined],
    ['what is under way', { ...job('APPLYING', 0, 0), counts: null }, 'blue', undefined],
    ['a file that was refused', { ...job('REJECTED', 0, 0), counts: null }, 'red', undefined],
  ])('follows the counts: %s', (_, given, colour, fit) => {
    expect(fitOf(given)).toEqual(fit);
    expect(colourOf(given)).toBe(colour);
  });
});
