import { describe, expect, it } from '@jest/globals';
import { columnName, parseColumn } from './columns.js';

describe('a column of a template', () => {
  it.each([
    ['[old] EMAIL - by e-mail', { part: 'old', code: 'EMAIL' }],
    ['[new] SMS_MMS - SMS - and - MMS', { part: 'new', code: 'SMS_MMS' }],
    ['[new] A-B - Name', { part: 'new', code: 'A-B' }],
    ['[new] CODE', { part: 'new', code: 'CODE' }],
    ['[new] CODE - ', { part: 'new', code: 'CODE' }],
    [' [NEW]  CODE  -  Name ', { part: 'new', code: 'CODE' }],
    ['[new] Prófession - x', { part: 'new', code: 'Prófession' }],
    ['[new] Pro\u0301fession - x', { part: 'new', code: 'Prófession' }],
    ['\ufeff[ne\u200bw] EMAIL\u00ad - x', { part: 'new', code: 'EMAIL' }],
    ['\u200eCONTACT_NUMBER\u200b', { column: 'CONTACT_NUMBER' }],
    ['CONTACT_NUMBER', { column: 'CONTACT_NUMBER' }],
    [' EMAIL ', { column: 'EMAIL' }],
    ['[errors]', { column: '[errors]' }],
    ['[new]', { column: '[new]' }],
    ['', { column: '' }],
  ])('%j is read as %j', (header, column) => {
    expect(parseColumn(header)).toEqual(column);
  });

  it('is read back from what is written, whatever the name says', () => {
    const field = { code: 'A_b-9', name: ' - odd [new] name - ' };
    expect(parseColumn(columnName('old', field))).toEqual({ part: 'old', code: 'A_b-9' });
    expect(parseColumn(columnName('new', field))).toEqual({ part: 'new', code: 'A_b-9' });
  });
});
