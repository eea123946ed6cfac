import { describe, expect, it } from '@jest/globals';
import { partName, templateName } from './template-file.rules.js';

describe('the names of a template', () => {
  it('tell the data type, the target and the minute in UTC', () => {
    const name = templateName('criteria', 'TEACHERS', new Date('2026-01-05T08:07:59.999Z'));
    expect(name).toBe('contact-criteria_TEACHERS_20260105-0807');
    expect(templateName('authorisations', 'A-1', new Date('2026-12-31T23:59:00Z'))).toBe(
      'contact-authorisations_A-1_20261231-2359',
    );
  });

  it('number the parts only when there are several', () => {
    expect(partName('x', 1, false)).toBe('x.csv');
    expect(partName('x', 12, true)).toBe('x_12.csv');
  });
});
