import { setTimeout as sleep } from 'node:timers/promises';
import { chunkIdRange, contactId, type WholeDatabase } from '@roundtrip/database';
import { erasableUpload } from './scenario.js';

/** The processes of a service: all are stopped and go on together. */
export interface Workers {
  pids(): number[];
  signal(pid: number, signal: NodeJS.Signals): boolean;
}

const erasedAtMost = 3;
/** About as long as the moment, so that few are stepped over. */
const stepMs = 5;
/** What was sent before the workers were held is done by then, so that what a look sees is how they will find it. */
const settlingMs = 20;

/**
 * Erases contacts by hand in the worst moment: their chunk is decided and written down, and not applied yet. The workers go on in short
 * steps, and are held for each look; the guard on `rev` leaves a contact alone that is written already.
 *
 * @returns whether there was such a moment before the import was over
 */
export async function eraseContacts(database: WholeDatabase, workers: Workers, withinMs: number): Promise<boolean> {
  let seen: string | undefined;
  for (const until = Date.now() + withinMs; Date.now() < until; await sleep(stepMs)) {
    // A server may be away, which is another fault's doing.
    const found = await openImport(database).catch(() => seen);
    if (found === undefined && seen !== undefined) return false;
    if (found === undefined) continue;
    seen = found;
    const held = workers.pids().filter((pid) => workers.signal(pid, 'SIGSTOP'));
    const erased = await sleep(settlingMs)
      .then(() => eraseUnapplied(database, found))
      .catch(() => 0)
      .finally(() => held.map((pid) => workers.signal(pid, 'SIGCONT')));
    if (erased > 0) return true;
  }
  return false;
}

async function openImport(database: WholeDatabase): Promise<string | undefined> {
  const open = { 'file.name': `${erasableUpload}.csv`, state: { $in: ['VALIDATING', 'APPLYING'] } } as const;
  return (await database.jobs.findOne(open, { projection: { _id: 1 } }))?._id;
}

async function openChunks(database: WholeDatabase, importId: string) {
  const ofImport = { _id: chunkIdRange(importId) };
  const closed = await database.closedChunks.find(ofImport, { projection: { _id: 1 } }).toArray();
  return { _id: { ...chunkIdRange(importId), $nin: closed.map(({ _id }) => _id) } };
}

async function eraseUnapplied(database: WholeDatabase, importId: string): Promise<number> {
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
