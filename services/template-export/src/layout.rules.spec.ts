import { describe, expect, it } from '@jest/globals';
import type { FieldDefinition } from '@roundtrip/fields';
import { templateFields } from './layout.rules.js';

const now = (code: string, name: string, active: boolean): FieldDefinition => ({
  path: `criteria.${code}`,
  code,
  name,
  kind: 'LIST',
  rank: 9,
  active,
  values: [{ code: 'X', name: 'x', rank: 1, active: true }],
});

describe('the fields of a template', () => {
  it('are those that were resolved, in that order, even when the definitions have changed since', () => {
    const resolved = {
      fields: [
        { code: 'B', name: 'Bee', kind: 'LIST' as const },
        { code: 'A', name: 'Ay', kind: 'LIST' as const },
      ],
    };
    const definitions = {
      criteria: [now('A', 'renamed', true), now('B', 'Bee', false), now('C', 'new', true)],
      authorisations: [],
    };
    const fields = templateFields('criteria', resolved, definitions);
    expect(fields.map(({ code, name }) => `${code} ${name}`)).toEqual(['B Bee', 'A Ay']);
    expect(fields[0]?.values).toEqual(definitions.criteria[1]?.values);
  });
});
