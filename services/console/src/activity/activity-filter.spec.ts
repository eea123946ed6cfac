import { describe, expect, it } from '@jest/globals';
import { filterIn, queryOf, withWanted } from './activity-filter.js';

describe('what is looked for in the activity', () => {
  it('is read from the address, and nothing else with it', () => {
    expect(filterIn('?actor=per_1&kind=&from=2026-03-01&language=fr')).toEqual({ actor: 'per_1', from: '2026-03-01' });
    expect(filterIn('')).toEqual({});
  });

  it('is of whole days, as they are where somebody looks', () => {
    expect(queryOf({ kind: 'key-made', from: '2026-02-27', to: '2026-02-28' })).toEqual({
      kind: 'key-made',
      from: new Date(2026, 1, 27).toISOString(),
      to: new Date(2026, 2, 1).toISOString(),
    });
    expect(queryOf({ from: 'x', to: '' })).toEqual({});
  });

  it('can be somebody who is not among those to choose from', () => {
    const known = [{ id: 'per_1', name: 'Ada' }];
    expect(withWanted(known, 'per_1')).toEqual(known);
    expect(withWanted(known, undefined)).toEqual(known);
    expect(withWanted(known, 'key_gone')).toEqual([...known, { id: 'key_gone', name: 'key_gone' }]);
  });
});
