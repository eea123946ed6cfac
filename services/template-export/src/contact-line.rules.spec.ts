import { describe, expect, it } from '@jest/globals';
import type { FieldDefinition } from '@roundtrip/fields';
import { contactLine, headerLine, type TemplateLayout } from './contact-line.rules.js';

const field = (code: string, kind: FieldDefinition['kind'], values: string[] = []): FieldDefinition => ({
  path: `criteria.${code}`,
  code,
  name: `Name of ${code}`,
  kind,
  rank: 1,
  active: true,
  values: values.map((value, rank) => ({ code: value, name: value, rank, active: true })),
});
const criteria = (...fields: FieldDefinition[]): TemplateLayout => ({ dataType: 'criteria', delimiter: ';', fields });

describe('a line of a template', () => {
  it('has the old value and a blank new cell for each field', () => {
    const layout = criteria(field('JOB', 'LIST', ['TEACHER']), field('LIKES', 'MULTI_LIST', ['OPERA', 'JAZZ']));
    expect(headerLine(layout)).toBe(
      'CONTACT_NUMBER;EMAIL;LAST_NAME;FIRST_NAME;[old] JOB - Name of JOB;[new] JOB - Name of JOB;' +
        '[old] LIKES - Name of LIKES;[new] LIKES - Name of LIKES\r\n',
    );
    const line = contactLine(layout)({
      contactNumber: '0042',
      email: 'ada@example.org',
      lastName: 'Lovelace',
      firstName: 'Ada',
      criteria: { JOB: 'TEACHER', LIKES: ['JAZZ', 'OPERA'] },
    });
    expect(line).toBe('0042;ada@example.org;Lovelace;Ada;TEACHER;;OPERA|JAZZ;\r\n');
  });

  it.each([
    ['BOOLEAN', true, 'TRUE'],
    ['BOOLEAN', false, 'FALSE'],
    ['NUMBER', -1.5, '-1.5'],
    ['DATE', '2026-02-28', '2026-02-28'],
    ['TEXT', '=1+1', "'=1+1"],
    ['TEXT', 'a;"b"', '"a;""b"""'],
  ] as const)('writes a %s of %p as %s', (kind, value, cell) => {
    const line = contactLine(criteria(field('F', kind)))({ contactNumber: '1', criteria: { F: value } });
    expect(line).toBe(`1;;;;${cell};\r\n`);
  });

  it('leaves the cell of a criterion without value blank and says Empty for an authorisation', () => {
    expect(contactLine(criteria(field('F', 'TEXT')))({ contactNumber: '1' })).toBe('1;;;;;\r\n');
    const authorisations: TemplateLayout = { ...criteria(field('EMAIL', 'AUTHORISATION')), dataType: 'authorisations' };
    const line = contactLine(authorisations);
    expect(line({ contactNumber: '1', authorisations: {} })).toBe('1;;;;Empty;\r\n');
    expect(line({ contactNumber: '1', authorisations: { EMAIL: false } })).toBe('1;;;;FALSE;\r\n');
  });

  it('holds no formula, whatever a contact is called', () => {
    const line = contactLine(criteria())({
      contactNumber: '-1',
      email: '+x@example.org',
      lastName: '@SUM(A1)',
      firstName: 'empty',
    });
    expect(line).toBe("'-1;'+x@example.org;'@SUM(A1);'empty\r\n");
  });
});
