import { describe, expect, it } from '@jest/globals';
import type { ValueChange } from '@roundtrip/database';
import { ValueTotals } from './value-totals.js';

const added = (value: string, lines = 1): ValueChange => ({ path: 'criteria.ARTS', change: 'added', value, lines });

describe('the values that are added and removed', () => {
  it('are counted by field, value and direction', () => {
    const totals = new ValueTotals();
    for (const change of [added('OPERA'), added('OPERA', 3), { ...added('OPERA'), change: 'removed' as const }]) {
      totals.add(change);
    }
    expect(totals.list()).toEqual([added('OPERA', 4), { ...added('OPERA'), change: 'removed' }]);
  });

  it('are bounded, and no line is lost from the counts', () => {
    const totals = new ValueTotals();
    for (let code = 0; code < 5_000; code++) totals.add(added(`V${code}`));
    totals.add(added('V0'));
    const rows = totals.list();
    expect(rows).toHaveLength(1_001);
    expect(rows.at(0)).toEqual(added('V0', 2));
    expect(rows.at(-1)).toEqual(added('(others)', 4_000));
  });
});
