import type { ApiKey } from '@roundtrip/gateway/api';

const DAY_MS = 24 * 3600_000;
const WARN_MS = 30 * DAY_MS;

export type KeyEnd = 'none' | 'far' | 'soon' | 'over';

/** How a key stands to its end: a month before it is time to see to another one. */
export function endOf(expiresAt: string | null, now: Date): KeyEnd {
  if (expiresAt === null) return 'none';
  const left = Date.parse(expiresAt) - now.getTime();
  if (left <= 0) return 'over';
  return left <= WARN_MS ? 'soon' : 'far';
}

/** When the last key of an administrator ends, if that is soon: nobody could make keys any more. */
export function lastAdministratorEnd(keys: readonly ApiKey[], now: Date): string | undefined {
  const standing = keys.filter(
    ({ role, replacedBy, expiresAt }) => role === 'admin' && replacedBy === null && endOf(expiresAt, now) !== 'over',
  );
  if (standing.length === 0 || standing.some(({ expiresAt }) => endOf(expiresAt, now) !== 'soon')) return undefined;
  return standing.map(({ expiresAt }) => expiresAt ?? '').reduce((one, other) => (one > other ? one : other));
}
