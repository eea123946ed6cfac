import type { FieldValue } from '@roundtrip/contracts';
import {
  type ChunkDocument,
  type ChunkEntry,
  type ContactDocument,
  contactId,
  isSearchedField,
  type SearchedField,
  searchKeysOf,
} from '@roundtrip/database';
import type { BulkUpdateDatabase } from './database.js';

type ContactUpdate = Parameters<BulkUpdateDatabase['contacts']['bulkWrite']>[0][number];

/** What a contact is found by, as it is before a write. */
export type SearchedContact = Pick<ContactDocument, 'institution' | 'rev' | SearchedField>;

/** Does the change concern what a contact is found by? */
export const changesSearchKeys = ({ after, rev }: ChunkEntry): boolean =>
  rev > 0 && Object.keys(after).some(isSearchedField);

/**
 * The writes of a chunk: guarded by `rev`, so that running them again, or a late twin, changes nothing. Sorted by `_id`, as
 * two imports that lock the same contacts in opposite order would stop each other.
 *
 * @param found the contacts whose search keys may change, by number; of one with another `rev` nothing will be written
 */
export function contactUpdates(
  chunk: ChunkDocument,
  entries: readonly ChunkEntry[],
  found: ReadonlyMap<string, SearchedContact> = new Map(),
): ContactUpdate[] {
  const groups = new Map<string, ChunkEntry[]>();
  for (const entry of entries) {
    if (entry.rev === 0) continue;
    const key = JSON.stringify([entry.rev, entry.after, changesSearchKeys(entry) && entry.contactNumber]);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()]
    .map((group) => {
      const [first] = group as [ChunkEntry, ...ChunkEntry[]];
      const { rev, after } = first;
      const ids = group.map((entry) => contactId(chunk.institution, entry.contactNumber)).toSorted();
      const always = { rev: rev + 1, lastChange: chunk._id, updatedAt: chunk.decidedAt };
      const changes = changesSearchKeys(first) ? { ...after, searchKeys: keysAfter(first, found) } : after;
      const update = assignments(changes, always);
      return { ids, rev, update };
    })
    .toSorted((a, b) => ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1))
    .map(({ ids, rev, update }) =>
      ids.length === 1
        ? { updateOne: { filter: { _id: ids[0] as string, rev }, update } }
        : { updateMany: { filter: { _id: { $in: ids }, rev }, update } },
    );
}

/** Null, which is none, of a contact that we have not seen as it was decided on: it will be given some. */
function keysAfter(
  { contactNumber, rev, after }: ChunkEntry,
  found: ReadonlyMap<string, SearchedContact>,
): string[] | null {
  const contact = found.get(contactNumber);
  if (contact?.rev !== rev) return null;
  const changed = Object.fromEntries(
    Object.entries(after)
      .filter(([path]) => isSearchedField(path))
      .map(([path, value]) => [path, value ?? undefined]),
  );
  return searchKeysOf({ ...contact, ...changed });
}

/** The contacts that a chunk of the data type `contacts` makes, by `_id`. */
export function newContacts(chunk: ChunkDocument, entries: readonly ChunkEntry[]): ContactDocument[] {
  return entries
    .filter((entry) => entry.rev === 0)
    .map((entry) => {
      const fields = Object.fromEntries(Object.entries(entry.after).filter(([, value]) => value !== null));
      const { institution } = chunk;
      const { contactNumber } = entry;
      return {
        _id: contactId(institution, contactNumber),
        institution,
        contactNumber,
        kind: fields['lastName'] === undefined && fields['company'] !== undefined ? 'organisation' : 'person',
        ...fields,
        searchKeys: searchKeysOf({ ...fields, institution, contactNumber }),
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
