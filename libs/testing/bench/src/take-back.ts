import type { AnyBulkWriteOperation, Db } from 'mongodb';
import { institution } from './everybody.js';
import type { RawChange } from './peers/raw-update.js';

/** Makes the contacts what they were when they were seeded, so that the next participant begins where this one has begun. */
export async function takeBack(db: Db, originals: readonly RawChange[]): Promise<void> {
  const groups = new Map<string, RawChange[]>();
  for (const change of originals) {
    const key = JSON.stringify([change[1], change[2]]);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  const updates: AnyBulkWriteOperation<{ _id: string }>[] = [];
  for (const group of groups.values()) {
    const [, code, value] = group[0] as RawChange;
    const path = `authorisations.${code}`;
    const asSeeded = { rev: 1, lastChange: null };
    const update =
      value === null ? { $set: asSeeded, $unset: { [path]: true as const } } : { $set: { ...asSeeded, [path]: value } };
    for (let from = 0; from < group.length; from += 1_000) {
      const ids = group.slice(from, from + 1_000).map(([contactNumber]) => `${institution}:${contactNumber}`);
      updates.push({ updateMany: { filter: { _id: { $in: ids } }, update } });
    }
  }
  if (updates.length > 0) await db.collection<{ _id: string }>('contacts').bulkWrite(updates, { ordered: false });
}
