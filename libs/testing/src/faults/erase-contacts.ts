import { setTimeout as sleep } from 'node:timers/promises';
import { chunkIdRange, contactId, type Database } from '@roundtrip/contacts';
import { erasableUpload } from './scenario.js';

/** The processes of a service: all are stopped and go on together. */
export interface Workers {
  pids(): number[];
  signal(pid: number, signal: NodeJS.Signals): boolean;
}

const erasedAtMost = 3;

/**
 * Erases contacts by hand in the worst moment: their chunk is decided and written down, and not applied yet. The workers are held for the
 * look and for the erasure; the guard on `rev` leaves a contact alone whose write is already on its way.
 *
 * @returns whether there was such a moment before the import was over
 */
export async function eraseContacts(database: Database, workers: Workers, withinMs: number): Promise<boolean> {
  let heldMs = 0;
  // They have to come to something between two looks, also on a slow machine.
  for (const until = Date.now() + withinMs; Date.now() < until; await sleep(5 + 2 * heldMs)) {
    heldMs = 0;
    // A server may be away, which is another fault's doing.
    const importId = await openImport(database).catch(() => undefined);
    if (importId === undefined || !(await hasBegun(database, importId).catch(() => false))) continue;
    const since = Date.now();
    const held = workers.pids().filter((pid) => workers.signal(pid, 'SIGSTOP'));
    const erased = await eraseUnapplied(database, importId)
      .catch(() => 0)
      .finally(() => held.map((pid) => workers.signal(pid, 'SIGCONT')));
    if (erased > 0) return true;
    heldMs = Date.now() - since;
  }
  return false;
}

async function openImport(database: Database): Promise<string | undefined> {
  const open = { 'file.name': `${erasableUpload}.csv`, state: { $in: ['VALIDATING', 'APPLYING'] } } as const;
  return (await database.jobs.findOne(open, { projection: { _id: 1 } }))?._id;
}

async function openChunks(database: Database, importId: string) {
  const ofImport = { _id: chunkIdRange(importId) };
  const closed = await database.closedChunks.find(ofImport, { projection: { _id: 1 } }).toArray();
  return { _id: { ...chunkIdRange(importId), $nin: closed.map(({ _id }) => _id) } };
}

const hasBegun = async (database: Database, importId: string): Promise<boolean> =>
  (await database.chunks.findOne(await openChunks(database, importId), { projection: { _id: 1 } })) !== null;

async function eraseUnapplied(database: Database, importId: string): Promise<number> {
  const open = await database.chunks.find(await openChunks(database, importId)).toArray();
  let erased = 0;
  for (const { institution, entries } of open) {
    for (const { contactNumber, rev } of entries.slice(0, erasedAtMost - erased)) {
      const { deletedCount } = await database.contacts.deleteOne({ _id: contactId(institution, contactNumber), rev });
      erased += deletedCount;
    }
  }
  return erased;
}
