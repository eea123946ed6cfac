import { describe, expect, it } from '@jest/globals';
import type { ObjectStore } from './object.store.js';
import { NotRemoved } from './store.errors.js';
import { sweepBucket } from './sweep-bucket.js';

describe('a bucket that is swept', () => {
  it('is swept to its end when the store keeps something in the middle, which is told then', async () => {
    const owners = Array.from({ length: 450 }, (_, n) => `owner-${String(n).padStart(3, '0')}`);
    const writtenAt = new Date(0);
    const asked: string[] = [];
    const store = {
      dropUnfinished: () => Promise.resolve(),
      entries: async function* () {
        for (const owner of owners) yield { key: `${owner}/a`, writtenAt };
      },
      removeAll: (bucket: string, keys: readonly string[]) => {
        asked.push(...keys);
        const kept = keys.includes('owner-007/a');
        const first = { Key: 'owner-007/a', Code: 'AccessDenied', Message: 'It is locked.' };
        return kept ? Promise.reject(new NotRemoved(bucket, first, 1)) : Promise.resolve();
      },
    } as unknown as ObjectStore;
    const sweep = {
      before: new Date(1),
      unfinishedBefore: writtenAt,
      removable: (found: readonly never[]) => Promise.resolve(found),
    };
    await expect(sweepBucket(store, 'plans', sweep)).rejects.toThrow(
      'first plans/owner-007/a: AccessDenied It is locked.',
    );
    expect(asked).toEqual(owners.map((owner) => `${owner}/a`));
  });
});
