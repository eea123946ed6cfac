import { includesRole, type Language, type Requester, type RequesterType, type Role } from '@roundtrip/contracts';
import { sentence } from '@roundtrip/words';
import { Problem } from './problem.errors.js';
import type { NeededRole } from './route.js';

/** Who asks. The institution comes from here and from nowhere else. */
export interface Principal {
  institution: string;
  type: RequesterType;
  /** keyId or personId. */
  id: string;
  name: string;
  role: Role;
  /** What is said to them is said so: as the request asks, else as they have chosen, else as the institution speaks. */
  language: Language;
  /** What they chose, whatever this request asks for. */
  chosenLanguage?: Language | undefined;
  /** The network that the request comes from. */
  address?: string | undefined;
  /** A browser sends the cookie by itself, a bearer token never. */
  via: 'bearer' | 'cookie';
  /** Of a sign-in. */
  sessionId?: string;
  /** When the key ends; absent: it has no end. */
  keyExpiresAt?: Date;
  /** When a session ends. */
  expiresAt?: Date;
}

export const requesterOf = ({ type, id, name, role }: Principal): Requester => ({ type, id, name, role });

export const mayAct = (role: Role, needed: NeededRole): boolean =>
  needed === 'any' || needed === 'none' || includesRole(role, needed);

/** What needs a role, where that is more than the request as such. */
type Deed = 'this' | 'update' | 'overwriting' | 'refusals' | 'sessions';

/** @throws Problem 403 that names the role */
export function requireRole(principal: Principal, needed: NeededRole, what: Deed = 'this'): void {
  if (mayAct(principal.role, needed)) return;
  throw new Problem(403, 'FORBIDDEN', sentence('role-needed', { what, needed, role: principal.role }));
}
