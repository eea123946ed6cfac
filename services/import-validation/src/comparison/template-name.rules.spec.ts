import { describe, expect, it } from '@jest/globals';
import { templateNamed } from './template-name.rules.js';

const name = 'contact-criteria_OPERA_FANS_20260131-0905';

describe('the template that a file is called after', () => {
  it.each([
    `${name}.csv`,
    `${name}.zip`,
    `${name}.xlsx`,
    `${name}_2.csv`,
    `${name} (1).csv`,
    `Kopie von ${name}_fertig.csv`,
    `parts/${name}_1.csv`,
  ])('is found in %s', (file) => {
    expect(templateNamed(['upload.csv', file], 'criteria')).toEqual({ name, madeAt: new Date('2026-01-31T09:05:00Z') });
  });

  it.each([
    'contacts.csv',
    'contact-criteria_OPERA.csv',
    'contact-criteria_OPERA_20261331-0905.csv',
    'contact-authorisations_OPERA_20260131-0905.csv',
    `${name}_rejected-lines.csv`,
    `${name}_changes.csv`,
  ])('is not found in %s', (file) => {
    expect(templateNamed([file], 'criteria')).toBeUndefined();
  });
});
