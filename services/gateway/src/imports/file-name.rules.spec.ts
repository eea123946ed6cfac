import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainFileName, reportName } from './file-name.rules.js';

describe('the name of an uploaded file', () => {
  it.each([
    ['contacts.csv', 'contacts.csv'],
    ['C:\\Users\\Jane\\contacts.csv', 'contacts.csv'],
    ['../../etc/passwd', 'passwd'],
    ['élèves été.csv', 'élèves été.csv'],
    ['a\r\nSet-Cookie: x.csv', 'aSet-Cookie: x.csv'],
    ['invoice\u202evsc.exe', 'invoicevsc.exe'],
    ['..', 'upload.csv'],
    ['folder/', 'upload.csv'],
    ['', 'upload.csv'],
    [undefined, 'upload.csv'],
    [`${'x'.repeat(300)}.csv`, `${'x'.repeat(196)}.csv`],
    [`${'🎭'.repeat(300)}.zip`, `${'🎭'.repeat(196)}.zip`],
  ])('%j becomes %j', (given, name) => {
    expect(plainFileName(given)).toBe(name);
  });

  it('is never empty, a path, longer than 200 characters or more than one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = plainFileName(given);
        expect(name).toMatch(/^[^/\\\p{Cc}]+$/u);
        expect(Array.from(name).length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('is part of the names of its reports', () => {
    expect(reportName('teachers.csv', 'rejected-lines', 'csv')).toBe('teachers_rejected-lines.csv');
    expect(reportName('teachers.v2.ZIP', 'changes', 'csv')).toBe('teachers.v2_changes.csv');
    expect(reportName('teachers.xlsx', 'rejected-lines', 'xlsx')).toBe('teachers_rejected-lines.xlsx');
  });
});
