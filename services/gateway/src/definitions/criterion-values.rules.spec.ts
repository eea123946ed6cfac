import { describe, expect, it } from '@jest/globals';
import type { FieldKind } from '@roundtrip/contracts';
import { type FieldDefinition, isName, isValueCode, newCellReader } from '@roundtrip/fields';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
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
const rows = criterionValueRows(definitions, 'en');

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
    expect(rows.filter(({ code }) => code === 'LIST').map(({ example }) => example)).toEqual([
      'TEACHER',
      "'=1+1",
      'TEACHER',
    ]);
  });

  it('as a file hold no formula whatever an institution calls its values, and the examples mean what they say', async () => {
    const texts = fc
      .array(fc.constantFrom("'", '=', '+', '-', '@', '＝', '＋', '－', '＠', 'a', '1', ',', ';', '"', 'Empty', ' '), {
        minLength: 1,
        maxLength: 5,
      })
      .map((pieces) => pieces.join('').trim());
    const values = fc.uniqueArray(texts.filter(isValueCode), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        values,
        texts.filter(isName),
        fc.constantFrom(';' as const, ',' as const),
        async (codes, name, mark) => {
          const named = codes.map((code, rank) => ({ code, name, rank, active: true }));
          const fields = [
            { ...field('LIST', named), name },
            { ...field('MULTI_LIST', named), name },
          ];
          const written = criterionValueRows(
            { criteria: fields, authorisations: [{ ...field('AUTHORISATION'), name }] },
            'en',
          );
          const records: string[][] = parse(criterionValuesCsv(written, mark), { delimiter: mark, bom: true });
          // libs/fields/README.md#the-formula-guard, said once more
          expect(records.flat().filter((cell) => /^[=+\-@\t\r\n\0＝＋－＠]/.test(cell))).toEqual([]);
          expect(
            records
              .slice(1)
              .map(([, , , , code]) => code)
              .filter((cell) => cell === 'Empty'),
          ).toHaveLength(1);
          const examples = records.slice(1, 1 + 2 * codes.length).map((cells) => cells[7] as string);
          expect(examples.slice(0, codes.length).map(newCellReader(fields[0]!))).toEqual(
            codes.map((code) => ({ value: code })),
          );
          const pair = { value: codes.slice(0, 2) };
          expect(examples.slice(codes.length).map(newCellReader(fields[1]!))).toEqual(codes.map(() => pair));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('as a file have no cell that a spreadsheet would take for a formula', () => {
    const file = criterionValuesCsv(rows, ';');
    expect(file.startsWith('\ufeffKIND;CODE;NAME;')).toBe(true);
    expect(file).toContain("LIST;LIST;A LIST;TRUE;'=1+1;Name of =1+1;TRUE;'=1+1\r\n");
    expect(file).toContain('MULTI_LIST;MULTI_LIST;A MULTI_LIST;TRUE;OPERA;Name of OPERA;TRUE;OPERA|DANCE\r\n');
    expect(file).toContain('Empty;Never stated;TRUE;Empty\r\n');
  });

  it('name what no institution has named in the language of who asks', () => {
    const german = criterionValueRows(definitions, 'de');
    const ofAuthorisation = german.filter(({ kind }) => kind === 'AUTHORISATION');
    expect(ofAuthorisation.map(({ valueName }) => valueName)).toEqual(['Wahr', 'Falsch', 'Nie angegeben']);
    expect(german.find(({ kind }) => kind === 'TEXT')?.example).toBe('Beliebiger Text');
  });
});
