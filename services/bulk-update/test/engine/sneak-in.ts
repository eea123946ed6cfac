import type { WholeDatabase } from '@roundtrip/database';
import { requester } from '../imports.js';

/**
 * A change to one contact that comes from elsewhere at this very moment, with its place in the contact's history like any other.
 *
 * @returns whether it changed anything
 */
export async function sneakIn(
  database: WholeDatabase,
  contactId: string,
  change: { importId: string; path: 'authorisations.EMAIL' | 'authorisations.PHONE'; value: boolean | null },
): Promise<boolean> {
  const { importId, path, value } = change;
  const contact = await database.contacts.findOne({ _id: contactId });
  const before = contact?.authorisations[path.slice('authorisations.'.length)] ?? null;
  if (!contact || before === value) return false;
  const { institution, contactNumber, rev, lastChange } = contact;
  const lastId = `${importId}:00000`;
  const decidedAt = new Date();
  await database.chunks.insertOne({
    _id: lastId,
    importId,
    chunk: 0,
    institution,
    lines: 1,
    entries: [
      { line: 2, contactNumber, rev, previous: lastChange, before: { [path]: before }, after: { [path]: value } },
    ],
    reports: [],
    requestedBy: requester,
    decidedAt,
    version: 1,
  });
  const always = { rev: rev + 1, lastChange: lastId, updatedAt: decidedAt };
  const { matchedCount } = await database.contacts.updateOne(
    { _id: contactId, rev },
    value === null ? { $set: always, $unset: { [path]: true } } : { $set: { ...always, [path]: value } },
  );
  if (matchedCount === 0) await database.chunks.deleteOne({ _id: lastId });
  return matchedCount > 0;
}
