import {
  type ChunkDocument,
  type ChunkEntry,
  type ContactDocument,
  contactId,
  type Database,
} from '@roundtrip/contacts';
import type { FieldValue } from '@roundtrip/contracts';

type ContactUpdate = Parameters<Database['contacts']['bulkWrite']>[0][number];

/**
 * The writes of a chunk: guarded by `rev`, so that running them again, or a late twin, changes nothing. Sorted by `_id`, as
 * two imports that lock the same contacts in opposite order would stop each other.
 */
export function contactUpdates(chunk: ChunkDocument, entries: readonly ChunkEntry[]): ContactUpdate[] {
  const groups = new Map<string, ChunkEntry[]>();
  for (const entry of entries) {
    if (entry.rev === 0) continue;
    const key = JSON.stringify([entry.rev, entry.after]);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()]
    .map((group) => {
      const [{ rev, after }] = group as [ChunkEntry, ...ChunkEntry[]];
      const ids = group.map((entry) => contactId(chunk.institution, entry.contactNumber)).toSorted();
      const update = assignments(after, { rev: rev + 1, lastChange: chunk._id, updatedAt: chunk.decidedAt });
      return { ids, rev, update };
    })
    .toSorted((a, b) => ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1))
    .map(({ ids, rev, update }) =>
      ids.length === 1
        ? { updateOne: { filter: { _id: ids[0] as string, rev }, update } }
        : { updateMany: { filter: { _id: { $in: ids }, rev }, update } },
    );
}

/** The contacts that a chunk of the data type `contacts` makes, by `_id`. */
export function newContacts(chunk: ChunkDocument, entries: readonly ChunkEntry[]): ContactDocument[] {
  return entries
    .filter((entry) => entry.rev === 0)
    .map((entry) => {
      const fields = Object.fromEntries(Object.entries(entry.after).filter(([, value]) => value !== null));
      return {
        _id: contactId(chunk.institution, entry.contactNumber),
        institution: chunk.institution,
        contactNumber: entry.contactNumber,
        kind: fields['lastName'] === undefined && fields['company'] !== undefined ? 'organisation' : 'person',
        ...fields,
        criteria: {},
        authorisations: {},
        valid: true,
        anonymised: false,
        rev: 1,
        lastChange: chunk._id,
        createdAt: chunk.decidedAt,
        updatedAt: chunk.decidedAt,
      } satisfies ContactDocument;
    })
    .toSorted((a, b) => (a._id < b._id ? -1 : 1));
}

function assignments(after: Record<string, FieldValue>, always: Record<string, unknown>) {
  const set: Record<string, unknown> = { ...always };
  const unset: Record<string, true> = {};
  for (const [path, value] of Object.entries(after)) {
    if (value === null) unset[path] = true;
    else set[path] = value;
  }
  return Object.keys(unset).length > 0 ? { $set: set, $unset: unset } : { $set: set };
}
