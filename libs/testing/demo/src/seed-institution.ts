import {
  contactId,
  type CriterionDocument,
  firstAuthorisations,
  institutionIdRange,
  isDuplicateKey,
  type TargetDocument,
  type WholeDatabase,
} from '@roundtrip/database';
import { randomText } from './api-keys.js';
import { type ContactsOptions, generateContacts } from './contacts.js';
import type { DemoInstitution } from './institutions.js';

export interface SeedOptions extends Omit<ContactsOptions, 'institution'> {
  id: string;
  contacts: number;
  onProgress?: (done: number, total: number) => void;
}

const BATCH = 2_000;
const IN_FLIGHT = 3;

/**
 * Makes an institution: definitions, targets, contacts, and last its own document, so that one that is there is complete. What
 * is there already is left as it is: an interrupted run is continued by the next.
 */
export async function seedInstitution(db: WholeDatabase, options: SeedOptions): Promise<void> {
  const { id, like } = options;
  await insertMissing(() => db.criteria.insertMany(criteriaOf(id, like), { ordered: false }));
  await insertMissing(() =>
    db.authorisations.insertMany(firstAuthorisations(id, like.authorisations), { ordered: false }),
  );
  await insertMissing(() => db.targets.insertMany(targetsOf(id, like), { ordered: false }));
  await seedContacts(db, options);
  const { name, delimiter, language, allowedEmailDomains, groupRoles } = like;
  await db.institutions.insertOnce({
    _id: id,
    name,
    delimiter,
    language,
    allowedEmailDomains,
    groupRoles: [...groupRoles],
  });
}

export async function isSeeded(db: WholeDatabase, id: string): Promise<boolean> {
  return (await db.institutions.findOne({ _id: id })) !== null;
}

/** One of before there were groups gets those of the demonstration; what an administrator has said stays. */
export async function ensureGroupRoles(db: WholeDatabase, id: string, like: DemoInstitution): Promise<void> {
  const groupRoles = [...like.groupRoles];
  await db.institutions.updateOne({ _id: id, groupRoles: { $exists: false } }, { $set: { groupRoles } });
}

async function seedContacts(db: WholeDatabase, { id, contacts, onProgress, ...options }: SeedOptions): Promise<void> {
  const resumed = (await db.contacts.findOne({ _id: institutionIdRange(id) }, { projection: { _id: 1 } })) !== null;
  let [next, done] = [0, 0];
  const worker = async (): Promise<void> => {
    while (next < contacts) {
      const from = next;
      next = Math.min(contacts, from + BATCH);
      const to = next;
      const batch = [...generateContacts(from, to, { ...options, institution: id })];
      const missing = resumed ? await withoutExisting(db, batch) : batch;
      if (missing.length > 0) await insertMissing(() => db.contacts.insertMany(missing, { ordered: false }));
      done += to - from;
      onProgress?.(done, contacts);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}

async function withoutExisting<T extends { _id: string }>(db: WholeDatabase, batch: T[]): Promise<T[]> {
  const ids = batch.map((contact) => contact._id);
  const found = await db.contacts.find({ _id: { $in: ids } }, { projection: { _id: 1 } }).toArray();
  const existing = new Set(found.map((contact) => contact._id));
  return batch.filter((contact) => !existing.has(contact._id));
}

async function insertMissing(insert: () => Promise<unknown>): Promise<void> {
  await insert().catch((error: unknown) => {
    if (!isDuplicateKey(error)) throw error;
  });
}

const firstVersion = { version: 1, appliedRequests: [] as string[] };

const criteriaOf = (institution: string, like: DemoInstitution): CriterionDocument[] =>
  like.criteria.map(({ code, name, kind, active, values }, index) => ({
    _id: contactId(institution, code),
    institution,
    code,
    name,
    kind,
    rank: index + 1,
    active,
    values,
    ...firstVersion,
  }));

/** A target of the same code that is there already wins: codes are unique. */
function targetsOf(institution: string, like: DemoInstitution): TargetDocument[] {
  const now = new Date();
  return like.targets.map(({ code, name, rule }) => ({
    _id: `tgt_${randomText(20)}`,
    institution,
    code,
    name,
    rule,
    createdBy: { type: 'key', id: 'seed', name: 'Seed', role: 'admin' },
    createdAt: now,
    updatedAt: now,
    ...firstVersion,
  }));
}
