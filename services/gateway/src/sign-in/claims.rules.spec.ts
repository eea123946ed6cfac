import { describe, expect, it } from '@jest/globals';
import { claimedPerson, personIdOf } from './claims.rules.js';

const names = { institution: 'urn:house', groups: 'roles' };
const of = (claims: Record<string, unknown>) => claimedPerson('https://login.example', { sub: 's', ...claims }, names);

describe('what claims say of a person', () => {
  it('is who it is, where she belongs and to which groups', () => {
    expect(
      of({ name: ' Ada  ', email: 'ada@example.org', 'urn:house': 'museum', roles: ['crew', 'crew', ''] }),
    ).toEqual({
      personId: personIdOf('https://login.example', 's'),
      subject: 's',
      name: 'Ada',
      email: 'ada@example.org',
      institutions: ['museum'],
      groups: ['crew'],
    });
  });

  it.each([
    [{ preferred_username: 'ada', email: 'a@b.fr' }, 'ada'],
    [{ name: '', email: 'a@b.fr' }, 'a@b.fr'],
    [{ name: 7, preferred_username: {} }, personIdOf('https://login.example', 's')],
    [{ name: 'A\r\nda\u202E' }, 'A  da'],
  ])('has a name by %j', (claims, name) => {
    expect(of(claims)?.name).toBe(name);
  });

  it.each([
    ['crew', ['crew']],
    ['crew,heads', ['crew,heads']],
    [undefined, []],
    [null, []],
    [7, []],
    [{ crew: true }, []],
    [['crew', 7], []],
    [['x'.repeat(201), 'crew'], ['crew']],
    [Array.from({ length: 200 }, (_, n) => `g${n}`), Array.from({ length: 200 }, (_, n) => `g${n}`)],
  ])('reads groups of %j', (roles, groups) => {
    expect(of({ roles })?.groups).toEqual(groups);
  });

  it.each([[{ sub: '' }], [{ sub: undefined }], [{ sub: 7 }], [{ sub: ['s'] }]])('is nobody with %j', (claims) => {
    expect(of(claims)).toBeUndefined();
  });

  it('has an id that is the same everywhere, another for each issuer and subject, and tells neither', () => {
    const ids = [
      ['a', 'b'],
      ['a', 'c'],
      ['ab', ''],
      ['', 'ab'],
    ].map(([issuer = '', sub = '']) => personIdOf(issuer, sub));
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^per_[0-9a-hjkmnp-tv-z]{24}$/);
  });
});
