import { describe, expect, it } from '@jest/globals';
import { fileName, partName, templateName } from './template-file.rules.js';

describe('the names of a template', () => {
  it('tell the data type, the target and the minute in UTC', () => {
    const name = templateName('criteria', 'TEACHERS', new Date('2026-01-05T08:07:59.999Z'));
    expect(name).toBe('contact-criteria_TEACHERS_20260105-0807');
    expect(templateName('authorisations', 'A-1', new Date('2026-12-31T23:59:00Z'))).toBe(
      'contact-authorisations_A-1_20261231-2359',
    );
  });

  it('number the parts only when there are several', () => {
    expect(partName('x', 'csv', 1, false)).toBe('x.csv');
    expect(partName('x', 'csv', 12, true)).toBe('x_12.csv');
    expect(partName('x', 'xlsx', 12, true)).toBe('x_12.xlsx');
  });

  it('say what is delivered: a workbook by itself, or a .zip', () => {
    expect(fileName('x', 'xlsx', false)).toBe('x.xlsx');
    expect(fileName('x', 'xlsx', true)).toBe('x.zip');
    expect(fileName('x', 'csv', false)).toBe('x.zip');
  });
});
