import { describe, expect, it } from '@jest/globals';
import type { Plan } from '@roundtrip/contracts';
import { rejectedHeader, rejectedRow } from './report.rows.js';

const plan: Plan = {
  chunks: 1,
  lines: 1,
  blankLines: 0,
  header: ['CONTACT_NUMBER', '[old] A', '[new] A'],
  delimiter: ',',
  fields: [],
  warnings: [],
};
const wrong = {
  code: 'CODE_UNKNOWN' as const,
  line: 2,
  column: '[new] A',
  message: 'No such code.',
  hint: 'Did you mean B?',
};
const row = (raw: string[], issues = [wrong]): string[] => rejectedRow({ line: 2, rejected: true, issues, raw }, plan);

describe('a row of the rejected lines', () => {
  it('is that of the file, and says in its last column everything that is wrong', () => {
    expect(rejectedHeader(plan)).toEqual(['CONTACT_NUMBER', '[old] A', '[new] A', '[errors]']);
    expect(row(["'=1", '', 'C'])).toEqual(["'=1", '', 'C', 'CODE_UNKNOWN in [new] A: No such code. Did you mean B?']);
    expect(row(['1', '', 'C'], [wrong, { ...wrong, message: 'And no other.' }])[3]).toBe(
      'CODE_UNKNOWN in [new] A: No such code. Did you mean B? | CODE_UNKNOWN in [new] A: And no other. Did you mean B?',
    );
  });

  it('that was too short is filled up, so that the errors stand in their column', () => {
    expect(row(['1'])).toEqual(['1', '', '', expect.stringContaining('No such code.')]);
  });

  it('that was too long keeps what was too much behind the errors: it is not lost, and too long again', () => {
    expect(row(['1', '', 'C', 'D', ' E'])).toEqual(['1', '', 'C', expect.stringContaining('No such code.'), 'D', ' E']);
  });
});
