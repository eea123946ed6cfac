import { describe, expect, it } from '@jest/globals';
import { roles } from '@roundtrip/contracts';
import { demoPeople } from './people.js';

describe('the people of the demonstration', () => {
  it('are one for each role and institution, one of both, and one without a role', () => {
    const seats = demoPeople.map(({ institutions, role }) => `${institutions.join('+')} ${String(role)}`);
    const expected = ['demo', 'second'].flatMap((id) => roles.map((role) => `${id} ${role}`));
    expect(seats.toSorted()).toEqual([...expected, 'demo+second operator', 'demo null'].toSorted());
  });

  it('can be told apart', () => {
    for (const key of ['sub', 'email', 'name'] as const)
      expect(new Set(demoPeople.map((person) => person[key])).size).toBe(demoPeople.length);
    expect(demoPeople.map(({ email }) => email).filter((email) => !/^[a-z.]+@example\.org$/.test(email))).toEqual([]);
  });
});
