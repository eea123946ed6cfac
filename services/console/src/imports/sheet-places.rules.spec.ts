import { describe, expect, it } from '@jest/globals';
import { cellOf, sheetOf } from './sheet-places.rules.js';

describe('the place of an issue', () => {
  const sheet = sheetOf({ sheetColumns: [{ column: '[new] JOB - Job', letters: 'AF' }] });

  it('is the cell of the workbook that it is about', () => {
    expect(cellOf(sheet, { line: 12, column: '[new] JOB - Job' })).toBe('AF12');
  });

  it.each([
    ['a line as a whole', sheet, { line: 12 }],
    ['a column as a whole', sheet, { column: '[new] JOB - Job' }],
    ['a column that is not in the sheet', sheet, { line: 12, column: 'EMAIL' }],
    ['a CSV', sheetOf({ sheetColumns: null }), { line: 12, column: '[new] JOB - Job' }],
  ])('is no cell of %s', (_what, of, issue) => {
    expect(cellOf(of, issue)).toBeUndefined();
  });
});
