import { describe, expect, it } from '@jest/globals';
import { type FieldDefinition, newCellReader } from '@roundtrip/contacts';
import type { FieldKind } from '@roundtrip/contracts';
import { criterionValuesCsv } from './criterion-values.csv.js';
import { criterionValueRows } from './criterion-values.rules.js';

const value = (code: string, active = true) => ({ code, name: `Name of ${code}`, rank: 1, active });
const field = (kind: FieldKind, values: FieldDefinition['values'] = []): FieldDefinition => ({
  path: `criteria.${kind}`,
  code: kind,
  name: `A ${kind}`,
  kind,
  rank: 1,
  active: true,
  values,
});
const definitions = {
  criteria: [
    field('LIST', [value('TEACHER'), value('=1+1'), value('OLD', false)]),
    field('MULTI_LIST', [value('OLD', false), value('OPERA'), value('DANCE'), value('CIRCUS')]),
    field('BOOLEAN'),
    field('TEXT'),
    field('NUMBER'),
    field('DATE'),
  ],
  authorisations: [field('AUTHORISATION')],
};
const rows = criterionValueRows(definitions);

describe('the criterion values', () => {
  it('are one row a value, and one for a field that takes any', () => {
    expect(rows.map(({ code, valueCode }) => `${code} ${valueCode}`)).toEqual([
      'LIST TEACHER',
      'LIST =1+1',
      'LIST OLD',
      'MULTI_LIST OLD',
      'MULTI_LIST OPERA',
      'MULTI_LIST DANCE',
      'MULTI_LIST CIRCUS',
      'BOOLEAN TRUE',
      'BOOLEAN FALSE',
      'TEXT null',
      'NUMBER null',
      'DATE null',
      'AUTHORISATION TRUE',
      'AUTHORISATION FALSE',
      'AUTHORISATION Empty',
    ]);
  });

  it('have examples that can be pasted into a file: each is accepted', () => {
    const fields = [...definitions.criteria, ...definitions.authorisations];
    for (const row of rows) {
      const read = newCellReader(fields.find(({ code }) => code === row.code) as FieldDefinition);
      expect(read(row.example)).toHaveProperty('value');
    }
  });

  it('as a file have no cell that a spreadsheet would take for a formula', () => {
    const file = criterionValuesCsv(rows, ';');
    expect(file.startsWith('\ufeffKIND;CODE;NAME;')).toBe(true);
    expect(file).toContain("LIST;LIST;A LIST;TRUE;'=1+1;Name of =1+1;TRUE;'=1+1\r\n");
    expect(file).toContain('MULTI_LIST;MULTI_LIST;A MULTI_LIST;TRUE;OPERA;Name of OPERA;TRUE;OPERA|DANCE\r\n');
    expect(file).toContain('Empty;Never stated;TRUE;Empty\r\n');
  });
});
