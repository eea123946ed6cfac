import { type ImportRecord, importRecord, uploadKeyParts } from '@roundtrip/contracts';
import type { ObjectStore } from '@roundtrip/files';

/** What the bucket `uploads` holds. */
export interface KeptUploads {
  records: ImportRecord[];
  /** Records that nobody can read: of a newer release, or damaged. */
  unreadable: string[];
  /** Files, by the id of the import that they came with, and when each was written. */
  files: Map<string, Date>;
  /** Imports that a user stopped. */
  cancelled: Set<string>;
}

const clocksDifferMs = 3_600_000;

/** @param since records of what was asked for earlier are left out */
export async function readUploads(store: ObjectStore, since: Date): Promise<KeptUploads> {
  const uploads: KeptUploads = { records: [], unreadable: [], files: new Map(), cancelled: new Set() };
  for await (const { key, writtenAt } of store.entries('uploads', '')) {
    const { importId, part } = uploadKeyParts(key);
    if (part === 'file') uploads.files.set(importId, writtenAt);
    else if (part === 'cancellation') uploads.cancelled.add(importId);
    // A record is written after it is asked for, and may be written again; the store has a clock of its own, which tells whole seconds.
    else if (writtenAt.getTime() >= since.getTime() - clocksDifferMs) {
      const record = await readRecord(store, key);
      if (!record) uploads.unreadable.push(importId);
      else if (new Date(record.requestedAt) >= since) uploads.records.push(record);
    }
  }
  return uploads;
}

async function readRecord(store: ObjectStore, key: string): Promise<ImportRecord | undefined> {
  const pieces: Buffer[] = [];
  for await (const piece of await store.get('uploads', key)) pieces.push(piece as Buffer);
  try {
    return importRecord.parse(JSON.parse(Buffer.concat(pieces).toString('utf8')));
  } catch {
    return undefined;
  }
}
