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
  for (const until = Date.now() + withinMs; Date.now() < until; await sleep(5)) {
    // A server may be away, which is another fault's doing.
    const importId = await openImport(database).catch(() => undefined);
    if (importId === undefined) continue;
    const held = workers.pids().filter((pid) => workers.signal(pid, 'SIGSTOP'));
    const erased = await eraseUnapplied(database, importId)
      .catch(() => 0)
      .finally(() => held.map((pid) => workers.signal(pid, 'SIGCONT')));
    if (erased > 0) return true;
  }
  return false;
}

async function openImport(database: Database): Promise<string | undefined> {
  const open = { 'file.name': `${erasableUpload}.csv`, state: { $in: ['VALIDATING', 'APPLYING'] } } as const;
  return (await database.jobs.findOne(open, { projection: { _id: 1 } }))?._id;
}

async function eraseUnapplied(database: Database, importId: string): Promise<number> {
  const closed = await database.closedChunks
    .find({ _id: chunkIdRange(importId) }, { projection: { _id: 1 } })
    .map(({ _id }) => _id)
    .toArray();
  const open = database.chunks.find({ _id: { ...chunkIdRange(importId), $nin: closed } });
  let erased = 0;
  for await (const { institution, entries } of open) {
    for (const { contactNumber, rev } of entries) {
      if (erased === erasedAtMost) return erased;
      const { deletedCount } = await database.contacts.deleteOne({ _id: contactId(institution, contactNumber), rev });
      erased += deletedCount;
    }
  }
  return erased;
}
