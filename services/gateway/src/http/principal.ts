import { includesRole, type Requester, type Role } from '@roundtrip/contracts';
import { Problem } from './problem.errors.js';
import type { NeededRole } from './route.js';

/** Who asks. The institution comes from here and from nowhere else. */
export interface Principal {
  institution: string;
  keyId: string;
  name: string;
  role: Role;
  /** A browser sends the cookie by itself, a bearer token never. */
  via: 'bearer' | 'cookie';
  /** Of a sign-in. */
  sessionId?: string;
  /** When the key ends; absent: it has no end. */
  keyExpiresAt?: Date;
  /** When a session ends. */
  expiresAt?: Date;
}

export const requesterOf = ({ keyId, name, role }: Principal): Requester => ({ keyId, name, role });

export const mayAct = (role: Role, needed: NeededRole): boolean =>
  needed === 'any' || needed === 'none' || includesRole(role, needed);

/** @throws Problem 403 that names the role */
export function requireRole(principal: Principal, needed: NeededRole, what = 'This'): void {
  if (mayAct(principal.role, needed)) return;
  throw new Problem(403, 'FORBIDDEN', `${what} needs the role ${needed}; this key has the role ${principal.role}.`);
}
