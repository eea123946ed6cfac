import type { Role } from '@roundtrip/contracts/words';
import type { Institution } from '@roundtrip/gateway/api';

type GroupRole = Institution['groupRoles'][number];

/** A row of the form: it stays the same one while its group is typed. */
export interface GroupRow {
  id: number;
  group: string;
  role: Role;
}

export const rowsOf = (groupRoles: readonly GroupRole[]): GroupRow[] =>
  groupRoles.map(({ group, role }, id) => ({ id, group, role }));

export const groupRolesOf = (rows: readonly GroupRow[]): GroupRole[] =>
  rows.map(({ group, role }) => ({ group: group.trim(), role }));

export const pointerOf = (index: number): string => `/groupRoles/${index}`;
