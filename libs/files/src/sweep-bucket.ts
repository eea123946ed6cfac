import type { BucketName } from './buckets.js';
import type { ObjectStore } from './object.store.js';
import { NotRemoved } from './store.errors.js';

/** The objects of one owner, a template or an import: their keys begin with its id, which a `.` or `/` ends. */
export interface Stored {
  owner: string;
  keys: string[];
  /** When the last of them was written. */
  writtenAt: Date;
}

export interface BucketSweep {
  /** What is younger is left alone. */
  before: Date;
  /** Writing that was begun before and never finished is given up. */
  unfinishedBefore: Date;
  /** Those of some owners, all of them older than `before`, that nobody needs any more. */
  removable(found: readonly Stored[]): Promise<readonly Stored[]>;
}

const AT_ONCE = 200;

/**
 * Removes what has grown old in a bucket, as far as its owner's rules allow. Safe to repeat, also at the same time.
 *
 * @returns how many objects
 * @throws NotRemoved at the end, when the store keeps some: what comes after them in the bucket is not to stay because of them
 */
export async function sweepBucket(store: ObjectStore, bucket: BucketName, sweep: BucketSweep): Promise<number> {
  await store.dropUnfinished(bucket, sweep.unfinishedBefore);
  let removed = 0;
  let found: Stored[] = [];
  const kept: NotRemoved[] = [];
  const look = async (): Promise<void> => {
    if (found.length === 0) return;
    const keys = (await sweep.removable(found)).flatMap((stored) => stored.keys);
    found = [];
    removed += keys.length;
    await store.removeAll(bucket, keys).catch((error: unknown) => {
      if (!(error instanceof NotRemoved)) throw error;
      removed -= error.count;
      kept.push(error);
    });
  };
  for await (const stored of byOwner(store.entries(bucket, ''))) {
    if (stored.writtenAt >= sweep.before) continue;
    if (found.push(stored) === AT_ONCE) await look();
  }
  await look();
  if (kept[0]) throw kept[0];
  return removed;
}

async function* byOwner(entries: AsyncIterable<{ key: string; writtenAt: Date }>): AsyncGenerator<Stored> {
  let stored: Stored | undefined;
  for await (const { key, writtenAt } of entries) {
    const owner = key.split(/[./]/, 1)[0] ?? key;
    if (stored?.owner === owner) {
      stored.keys.push(key);
      if (writtenAt > stored.writtenAt) stored.writtenAt = writtenAt;
      continue;
    }
    if (stored) yield stored;
    stored = { owner, keys: [key], writtenAt };
  }
  if (stored) yield stored;
}
