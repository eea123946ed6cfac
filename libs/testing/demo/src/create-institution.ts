import type { InstitutionDocument, WholeDatabase } from '@roundtrip/database';
import { ensureApiKeys, type RoleKeys } from './api-keys.js';
import { museum, theatre } from './institutions.js';
import { seedInstitution } from './seed-institution.js';

export interface NewInstitution extends Partial<
  Pick<InstitutionDocument, 'name' | 'delimiter' | 'language' | 'allowedEmailDomains' | 'groupRoles'>
> {
  /** Unique: specs that run beside each other must not meet. */
  id: string;
  contacts: number;
  seed?: number;
  /** The theatre has every kind of field; the museum is small and French. */
  like?: 'theatre' | 'museum';
  /** Some contacts that are not valid or are anonymised; without it every target sees all that its rule picks. */
  withUnusable?: boolean;
}

export interface CreatedInstitution {
  id: string;
  keys: RoleKeys;
  /** targetId by the target's code. */
  targets: Record<string, string>;
}

/** An institution for a test: contacts, definitions, targets, and an API key for each role. */
export async function createInstitution(db: WholeDatabase, options: NewInstitution): Promise<CreatedInstitution> {
  const { id, contacts, seed = 1, withUnusable = false, like: kind = 'theatre', ...settings } = options;
  // Without domains each spec may use addresses of its own, and says itself whose groups have a role.
  const like = { ...{ theatre, museum }[kind], allowedEmailDomains: [], groupRoles: [], ...settings };
  await seedInstitution(db, { id, contacts, seed, withUnusable, like });
  const keys = await ensureApiKeys(db, id);
  const targets = await db.targets.find({ institution: id }).toArray();
  return { id, keys, targets: Object.fromEntries(targets.map((target) => [target.code, target._id])) };
}
