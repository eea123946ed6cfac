import { describe, expect, it } from '@jest/globals';
import { roleOf } from './group-roles.rules.js';

const mapping = [
  { group: 'crew', role: 'viewer' },
  { group: 'office', role: 'operator' },
  { group: 'heads', role: 'editor' },
] as const;

describe('the role of a person', () => {
  it.each([
    [['crew'], 'viewer'],
    [['crew', 'office', 'heads'], 'operator'],
    [['choir', 'heads'], 'editor'],
    [['choir'], undefined],
    [['Crew'], undefined],
    [['crew '], undefined],
    [[], undefined],
  ])('of the groups %j is %s', (groups, role) => {
    expect(roleOf(groups, [...mapping])).toBe(role);
  });

  it('is none where no group is mapped', () => {
    expect([roleOf(['crew'], []), roleOf(['crew'])]).toEqual([undefined, undefined]);
  });
});
