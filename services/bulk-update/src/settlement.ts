import type { ChunkDocument, ChunkEntry } from '@roundtrip/database';
import { PermanentFailure } from '@roundtrip/kafka';
import type { ContactHead } from './contacts.repository.js';

// A contact carries `lastChange`, every entry its `previous`: the chain back from the contact shows who changed it from the rev that an entry was
// decided on.

/** What became of entries that a guarded write did not match. */
export interface Settlement {
  /** Still to be written: the contact stands where the decision saw it. */
  pending: ChunkEntry[];
  /**
   * The line must be decided again: another import changed the contact first, or the contact has vanished or stands before the decision
   * (erased by hand, restored). What a contact knew of our write went with it: then nobody holds the change, and nobody counts it.
   */
  overtaken: ChunkEntry[];
}

/** @param findChunk reads the decisions that a contact's history names */
export async function settle(
  chunk: ChunkDocument,
  heads: ReadonlyMap<string, ContactHead>,
  findChunk: (chunk: string) => Promise<ChunkDocument | undefined>,
): Promise<Settlement> {
  const read = new Map<string, Promise<Map<string, ChunkEntry>>>();
  const entriesOf = (id: string): Promise<Map<string, ChunkEntry>> => {
    let entries = read.get(id);
    if (!entries) {
      entries = findChunk(id).then(
        (found) => new Map((found?.entries ?? []).map((entry) => [entry.contactNumber, entry])),
      );
      read.set(id, entries);
    }
    return entries;
  };

  const settlement: Settlement = { pending: [], overtaken: [] };
  for (const entry of chunk.entries) {
    const head = heads.get(entry.contactNumber);
    const rev = head?.rev ?? 0;
    if (rev === entry.rev) settlement.pending.push(entry);
    else if (!head || rev < entry.rev || !(await wroteIt(chunk._id, entry, head, entriesOf))) {
      settlement.overtaken.push(entry);
    }
  }
  return settlement;
}

async function wroteIt(
  chunk: string,
  entry: ChunkEntry,
  head: ContactHead,
  entriesOf: (id: string) => Promise<Map<string, ChunkEntry>>,
): Promise<boolean> {
  let change = head.lastChange;
  while (change !== null && change !== chunk) {
    const theirs = (await entriesOf(change)).get(entry.contactNumber);
    if (!theirs) {
      throw new PermanentFailure(`The history of a contact names chunk ${change}, which does not know the contact`, {
        code: 'HISTORY_BROKEN',
      });
    }
    if (theirs.rev <= entry.rev) return false;
    change = theirs.previous;
  }
  return change === chunk;
}
