import { describe, expect, it } from '@jest/globals';
import type { FieldDefinition } from '../field-definition.js';
import { cellIn, templateCells, templateHeader, templatePaths } from './template-cells.js';

const field = (code: string, kind: FieldDefinition['kind'], values: string[] = []): FieldDefinition => ({
  path: `criteria.${code}`,
  code,
  name: `Name of ${code}`,
  kind,
  rank: 1,
  active: true,
  values: values.map((value, rank) => ({ code: value, name: value, rank, active: true })),
});

describe('the cells of a template', () => {
  const fields = [field('LIKES', 'MULTI_LIST', ['OPERA', 'JAZZ']), field('NOTE', 'TEXT')];

  it('are those of the person and two of each field, in the order that is asked for', () => {
    expect(templateHeader(fields)).toEqual([
      'CONTACT_NUMBER',
      'EMAIL',
      'LAST_NAME',
      'FIRST_NAME',
      '[old] LIKES - Name of LIKES',
      '[new] LIKES - Name of LIKES',
      '[old] NOTE - Name of NOTE',
      '[new] NOTE - Name of NOTE',
    ]);
    expect(templateHeader(fields.toReversed())[4]).toBe('[old] NOTE - Name of NOTE');
    expect(templatePaths(fields).slice(-2)).toEqual(['criteria.LIKES', 'criteria.NOTE']);
  });

  it('say in each form what the file says: a workbook has no formula guard, and the word Empty has one in both', () => {
    const cells = templateCells(
      'criteria',
      fields,
    )({
      contactNumber: '0042',
      lastName: '=Lovelace',
      firstName: null,
      criteria: { LIKES: ['JAZZ', 'OPERA'], NOTE: 'empty' },
    });
    expect(cells).toEqual(['0042', '', "'=Lovelace", '', 'OPERA|JAZZ', '', "'empty", '']);
    expect(cells.map((cell) => cellIn('csv', cell))).toEqual(cells);
    expect(cells.map((cell) => cellIn('xlsx', cell))).toEqual(cells.with(2, '=Lovelace'));
  });

  it('are blank for a criterion without a value, and Empty for an authorisation', () => {
    const email = { ...field('EMAIL', 'AUTHORISATION'), path: 'authorisations.EMAIL' };
    expect(templateCells('authorisations', [email])({ contactNumber: '1' }).slice(4)).toEqual(['Empty', '']);
    expect(templateCells('criteria', [field('NOTE', 'TEXT')])({ contactNumber: '1' }).slice(4)).toEqual(['', '']);
  });
});
