import { describe, expect, it } from '@jest/globals';
import type { ApiKey } from '@roundtrip/gateway/api';
import { endOf, lastAdministratorEnd } from './key-end.rules.js';

const now = new Date('2026-03-01T10:00:00Z');
const soon = '2026-03-31T10:00:00.000Z';
const sooner = '2026-03-02T10:00:00.000Z';
const far = '2026-03-31T10:00:00.001Z';

describe('the end of a key', () => {
  it.each([
    [null, 'none'],
    [far, 'far'],
    [soon, 'soon'],
    ['2026-03-01T10:00:00.000Z', 'over'],
  ])('%s is %s', (expiresAt, expected) => {
    expect(endOf(expiresAt, now)).toBe(expected);
  });
});

describe('the last key of an administrator', () => {
  const key = (expiresAt: string | null, more: Partial<ApiKey> = {}): ApiKey => ({
    keyId: 'k',
    name: 'K',
    role: 'admin',
    createdAt: '2025-03-01T10:00:00.000Z',
    createdBy: 'seed',
    createdByName: null,
    lastUsedAt: null,
    replaces: null,
    replacedBy: null,
    expiresAt,
    ...more,
  });

  it.each<[string, ApiKey[], string | undefined]>([
    ['ends soon when all of them do', [key(sooner), key(soon)], soon],
    ['does not when one goes on', [key(soon), key(far)], undefined],
    ['does not when one has no end', [key(soon), key(null)], undefined],
    ['does whatever others have', [key(soon), key(far, { role: 'operator' })], soon],
    ['does when the other one is over', [key(soon), key('2026-02-01T10:00:00.000Z')], soon],
    ['does not when another took over', [key(soon, { replacedBy: 'n' }), key(far)], undefined],
    ['does when only one that is being replaced goes on', [key(soon), key(far, { replacedBy: 'n' })], soon],
  ])('%s', (_, keys, expected) => {
    expect(lastAdministratorEnd(keys, now)).toBe(expected);
  });
});
