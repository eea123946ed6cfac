import { includesRole, type Role } from '@roundtrip/contracts';
import type { GroupRole } from '@roundtrip/database';

/** The highest role that one of the groups has; undefined when none has any. */
export function roleOf(groups: readonly string[], groupRoles: readonly GroupRole[] = []): Role | undefined {
  const theirs = new Set(groups);
  return groupRoles
    .filter(({ group }) => theirs.has(group))
    .map(({ role }) => role)
    .reduce<Role | undefined>(
      (best, role) => (best !== undefined && includesRole(best, role) ? best : role),
      undefined,
    );
}
