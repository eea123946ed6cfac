import { describe, expect, it } from '@jest/globals';
import type { CriterionValueRow } from '@roundtrip/gateway/api';
import { examplesOf } from './field-rows.js';

const field = { type: 'criterion', kind: 'LIST', code: 'JOB', name: 'Job', active: true } as const;
const row = (valueCode: string | null, example: string): CriterionValueRow => ({
  ...field,
  valueCode,
  valueName: valueCode,
  valueActive: valueCode === null ? null : true,
  example,
});

describe('what may be pasted beside the codes themselves', () => {
  it.each([
    ['nothing for one code of a list', [row('TEACHER', 'TEACHER'), row('CLERK', 'TEACHER')], []],
    ['once, several codes in a cell', [row('OPERA', 'OPERA|DANCE'), row('DANCE', 'OPERA|DANCE')], ['OPERA|DANCE']],
    ['a date, which has no codes', [row(null, '2026-05-31')], ['2026-05-31']],
    ['nothing where the institution has no example', [row(null, '')], []],
  ])('is %s', (_, rows, examples) => {
    expect(examplesOf({ ...field, rows })).toEqual(examples);
  });
});
