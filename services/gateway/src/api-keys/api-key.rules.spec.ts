import { describe, expect, it } from '@jest/globals';
import type { ApiKeyDocument } from '@roundtrip/database';
import fc from 'fast-check';
import { endOfReplaced, firstLastEnd, leavesAnAdministrator, madeBy } from './api-key.rules.js';

const now = new Date('2026-03-01T10:00:00Z');
const later = new Date('2026-04-01T10:00:00Z');
const key = (_id: string, createdBy: string, more: Partial<ApiKeyDocument> = {}): ApiKeyDocument => ({
  _id,
  createdBy,
  institution: 'ours',
  name: _id,
  role: 'admin',
  hash: '',
  createdAt: now,
  ...more,
});
const ids = (keys: ApiKeyDocument[]): string[] => keys.map(({ _id }) => _id);

describe('the keys that a key made', () => {
  const keys = [key('a', 'seed'), key('b', 'a'), key('c', 'b'), key('d', 'c'), key('e', 'seed'), key('f', 'e')];

  it('are those that they made, too, the makers first', () => {
    expect(ids(madeBy('a', keys, 'e'))).toEqual(['b', 'c', 'd']);
    expect(ids(madeBy('d', keys, 'e'))).toEqual([]);
  });

  it('are found when the key itself is gone', () => {
    expect(ids(madeBy('a', keys.slice(1), 'e'))).toEqual(['b', 'c', 'd']);
  });

  it('are found when one between them is gone', () => {
    expect(ids(madeBy('a', [key('a', 'seed'), key('c', 'b', { madeUnder: 'a' })], 'e'))).toEqual(['c']);
  });

  it('do not hold the key of who asks, nor what that one made', () => {
    expect(ids(madeBy('a', keys, 'c'))).toEqual(['b']);
  });

  it('end, whoever made whom', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, name), { selector: ([id]) => id }), name, name, (pairs, of, asking) => {
        const found = ids(
          madeBy(
            of,
            pairs.map(([id, by]) => key(id, by)),
            asking,
          ),
        );
        expect(new Set(found).size).toBe(found.length);
        expect(found).not.toContain(of);
        expect(found).not.toContain(asking);
      }),
    );
  });
});

describe('an administrator is left', () => {
  it.each<[string, Partial<ApiKeyDocument>, boolean]>([
    ['by a key that has no end', {}, true],
    ['by a key that ends later', { expiresAt: later }, true],
    ['not by one that is over', { expiresAt: now }, false],
    ['not by one that is revoked', { revokedAt: now }, false],
    ['not by one that another takes over from', { expiresAt: later, replacedBy: 'c' }, false],
    ['not by a lesser one', { role: 'operator' }, false],
  ])('%s', (_, more, left) => {
    const keys = [key('a', 'seed'), key('b', 'seed', more)];
    expect(leavesAnAdministrator(keys, new Set(['a']), now)).toBe(left);
    expect(leavesAnAdministrator(keys, new Set(['a', 'b']), now)).toBe(false);
  });
});

describe('a key that another takes over from', () => {
  it('ends after the set time, and never later than it would have', () => {
    expect(endOfReplaced({}, now, 24)).toEqual(new Date('2026-03-02T10:00:00Z'));
    expect(endOfReplaced({ expiresAt: later }, now, 0)).toEqual(now);
    expect(endOfReplaced({ expiresAt: now }, now, 24)).toEqual(now);
  });
});

describe('the end of the last key of an administrator', () => {
  const inDays = (days: number): Date => new Date(now.getTime() + days * 24 * 3600_000);
  const ending = (institution: string, days: number | undefined, more: Partial<ApiKeyDocument> = {}): ApiKeyDocument =>
    key(`${institution}${days}`, 'seed', {
      institution,
      ...(days !== undefined && { expiresAt: inDays(days) }),
      ...more,
    });

  it.each<[string, ApiKeyDocument[], number | undefined]>([
    ['the latest of its institution', [ending('a', 3), ending('a', 90)], 90],
    ['the first of all institutions', [ending('a', 90), ending('b', 40)], 40],
    ['none where one has no end', [ending('a', 3), ending('a', undefined)], undefined],
    ['told for some days after it', [ending('a', -2), ending('b', 40)], -2],
    ['not told for ever of who has given up', [ending('a', -8), ending('b', 40)], 40],
    [
      'that of a key that is good and goes on',
      [
        ending('a', 20),
        ending('a', 80, { revokedAt: now }),
        ending('a', 60, { replacedBy: 'a20' }),
        ending('a', 70, { role: 'editor' }),
      ],
      20,
    ],
    ['none where there is no key', [], undefined],
  ])('is %s', (_name, keys, days) => {
    expect(firstLastEnd(keys, now)).toEqual(days === undefined ? undefined : inDays(days));
  });
});
