import { type ApiKeyDocument, isLiveKey } from '@roundtrip/database';

type Key = ApiKeyDocument;

/** The key of an administrator that goes on: neither over, nor about to be, as one is that another takes over from. */
const isStandingAdmin = (key: Key, at: Date): boolean =>
  key.role === 'admin' && key.replacedBy === undefined && isLiveKey(key, at);

/** Whether somebody could still make keys without the ones that go. */
export const leavesAnAdministrator = (keys: readonly Key[], going: ReadonlySet<string>, at: Date): boolean =>
  keys.some((key) => !going.has(key._id) && isStandingAdmin(key, at));

/**
 * The keys that a key made, those that they made, and so on: what somebody can still do who had it. Who makes a new one in the place of
 * another has seen it, and counts as its maker. The key of who asks is not among them, nor is what only that one made.
 */
export function madeBy(keyId: string, keys: readonly Key[], asking: string): Key[] {
  const made: Key[] = [];
  const seen = new Set([keyId, asking]);
  const makers = [keyId];
  for (const maker of makers) {
    for (const key of keys) {
      if (makerOf(key) !== maker || seen.has(key._id)) continue;
      seen.add(key._id);
      makers.push(key._id);
      made.push(key);
    }
  }
  return made;
}

/** Of the keys that made it, the nearest that may still be there. */
export const makerOf = ({ madeUnder, createdBy }: Key): string => madeUnder ?? createdBy;

/** When a key ends that another takes over from: never later than it would have. */
export function endOfReplaced({ expiresAt }: Pick<Key, 'expiresAt'>, now: Date, hours: number): Date {
  const wanted = new Date(now.getTime() + hours * 3600_000);
  return expiresAt !== undefined && expiresAt < wanted ? expiresAt : wanted;
}

/** An institution whose administrators' keys have all ended for so long is taken for one that has been given up. */
const givenUpMs = 7 * 24 * 3600_000;

/**
 * When the last administrator's key of an institution ends, of that whose ends first: then nobody can make keys there any more.
 *
 * @returns undefined when none ends
 */
export function firstLastEnd(
  keys: readonly Pick<Key, 'institution' | 'role' | 'expiresAt' | 'revokedAt' | 'replacedBy'>[],
  at: Date,
): Date | undefined {
  const ends = new Map<string, number>();
  for (const { institution, role, expiresAt, revokedAt, replacedBy } of keys) {
    if (role !== 'admin' || revokedAt !== undefined || replacedBy !== undefined) continue;
    ends.set(institution, Math.max(ends.get(institution) ?? -Infinity, expiresAt?.getTime() ?? Infinity));
  }
  const first = Math.min(...[...ends.values()].filter((end) => end > at.getTime() - givenUpMs));
  return Number.isFinite(first) ? new Date(first) : undefined;
}
