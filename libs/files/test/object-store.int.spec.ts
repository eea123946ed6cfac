import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bucketNames,
  ensureBuckets,
  isTransientStoreError,
  ObjectNotFound,
  ObjectStore,
  type S3Settings,
  sweepBucket,
} from '../src/index.js';
import { createS3Client } from '../src/s3-client.js';

const settings: S3Settings = {
  endpoint: process.env['S3_ENDPOINT']!,
  accessKey: process.env['S3_ACCESS_KEY']!,
  secretKey: process.env['S3_SECRET_KEY']!,
  region: process.env['S3_REGION']!,
};
const folder = `spec-${randomUUID()}`;
const megabytes = 1024 * 1024;

function* blocks(count: number): Generator<Buffer> {
  for (let i = 0; i < count; i++) yield Buffer.alloc(megabytes, i);
}

const sha256 = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest('hex');
};

const errorOf = (work: Promise<unknown>): Promise<unknown> => work.catch((thrown: unknown) => thrown);

describe('the object store', () => {
  const store = new ObjectStore(settings);
  const client = createS3Client(settings);
  /** MinIO lists them for a whole bucket or one key, not for a prefix. */
  const unfinishedUploads = async (): Promise<string[]> => {
    const found = (await client.listIncompleteUploads('reports', '', true).toArray()) as { key: string }[];
    return found.map(({ key }) => key).filter((key) => key.startsWith(folder));
  };

  beforeAll(() => ensureBuckets(settings));
  afterAll(() => store.removePrefix('reports', folder));

  it('has its buckets, however often and by how many they are made, without a rule that would remove what is in use', async () => {
    await client.setBucketLifecycle('reports', {
      Rule: [{ ID: 'expire', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 30 } }],
    });
    await Promise.all([ensureBuckets(settings), ensureBuckets(settings)]);
    for (const bucket of bucketNames) {
      expect(await errorOf(client.getBucketLifecycle(bucket))).toMatchObject({ code: 'NoSuchLifecycleConfiguration' });
    }
    await expect(store.ping()).resolves.toBeUndefined();
  });

  it.each([0, 1, 7, 8, 9, 17])('gives back a stream of %i MiB as it was', async (size) => {
    const key = `${folder}/stream-${size}`;
    expect(await store.put('reports', key, Readable.from(blocks(size)))).toEqual({ sizeBytes: size * megabytes });
    expect(await store.stat('reports', key)).toEqual({ sizeBytes: size * megabytes });
    expect(await sha256(await store.get('reports', key))).toBe(await sha256(Readable.from(blocks(size))));
  });

  it('replaces an object, and gives ranges of it', async () => {
    const key = `${folder}/été 1+2.csv`;
    await store.put('reports', key, Buffer.from('older and longer than the new one'));
    await store.put('reports', key, Buffer.from('0123456789'), { contentType: 'text/csv' });
    const range = async (offset: number, length: number): Promise<string> =>
      (await store.getRange('reports', key, offset, length)).toString();
    expect(await range(0, 3)).toBe('012');
    expect(await range(7, 100)).toBe('789');
    expect(await range(3, 0)).toBe('');
    expect(await range(10, 5)).toBe('');
    expect(await range(50, 5)).toBe('');
  });

  it.each([1, 20])(
    'leaves nothing of a stream that fails after %i MiB, and an older object as it was',
    async (size) => {
      const key = `${folder}/failing-${size}`;
      await store.put('reports', key, Buffer.from('older'));
      const failing = Readable.from(
        (function* () {
          yield* blocks(size);
          throw new Error('cursor lost');
        })(),
      );
      await expect(store.put('reports', key, failing)).rejects.toThrow('cursor lost');
      expect(await store.stat('reports', key)).toEqual({ sizeBytes: 5 });
      expect(await unfinishedUploads()).toEqual([]);
    },
  );

  it.each([1, 20])('refuses %i MiB that are not as many bytes as promised', async (size) => {
    const key = `${folder}/promised-${size}`;
    const put = store.put('reports', key, Readable.from(blocks(size)), { sizeBytes: size * megabytes + 1 });
    await expect(put).rejects.toThrow(`gave ${size * megabytes} bytes`);
    expect(await store.stat('reports', key)).toBeUndefined();
    expect(await unfinishedUploads()).toEqual([]);
  });

  it('writes an object once, and of several at the same time one', async () => {
    const key = `${folder}/once`;
    const write = (text: string) => store.putOnce('reports', key, Buffer.from(text), 'text/plain');
    const texts = Array.from({ length: 8 }, (_, index) => `text ${index}`);
    const isFirst = await Promise.all(texts.map(write));
    expect(isFirst.filter(Boolean)).toHaveLength(1);
    expect(await write('another')).toBe(false);
    const stands = Buffer.concat(await (await store.get('reports', key)).toArray()).toString();
    expect(stands).toBe(texts[isFirst.indexOf(true)]);
  });

  it('lists and removes by prefix, more than one page of them', async () => {
    const keys = Array.from({ length: 1005 }, (_, i) => `${folder}/many/${String(i).padStart(4, '0')}`);
    for (let from = 0; from < keys.length; from += 50) {
      await Promise.all(keys.slice(from, from + 50).map((key) => store.put('reports', key, Buffer.from('x'))));
    }
    const listed: string[] = [];
    for await (const key of store.list('reports', `${folder}/many/`)) listed.push(key);
    expect(listed).toEqual(keys);
    await store.removePrefix('reports', `${folder}/many/`);
    for await (const key of store.list('reports', `${folder}/many/`)) throw new Error(`${key} is still there`);
  });

  describe('that is swept', () => {
    const day = 24 * 3_600_000;
    const tomorrow = new Date(Date.now() + day);
    const put = (key: string) => store.put('reports', key, Buffer.from('x'));
    const there = async (...keys: string[]): Promise<boolean[]> =>
      Promise.all(keys.map(async (key) => (await store.stat('reports', key)) !== undefined));

    it('loses what is old and not needed, by owner, and keeps the rest', async () => {
      const [old, needed, stray] = ['old', 'needed', 'stray'].map((name) => `${name}-${folder}`) as [
        string,
        string,
        string,
      ];
      const keys = [`${old}/1/a`, `${old}/2/b`, `${old}.json`, `${needed}/a`, stray];
      await Promise.all(keys.map(put));
      const asked: string[] = [];
      const sweep = (before: Date) =>
        sweepBucket(store, 'reports', {
          before,
          unfinishedBefore: new Date(0),
          removable: async (found) => {
            asked.push(...found.map(({ owner }) => owner));
            return found.filter(({ owner }) => owner === old || owner === stray);
          },
        });
      expect(await sweep(new Date(Date.now() - day))).toBe(0);
      expect(asked).toEqual([]);
      expect(await sweep(tomorrow)).toBe(4);
      const ours = asked.filter((owner) => owner.endsWith(`-${folder}`));
      expect(ours.toSorted()).toEqual([needed, old, stray].toSorted());
      expect(await there(...keys)).toEqual([false, false, false, true, false]);
      await store.removePrefix('reports', needed);
    });

    it('keeps all of an owner that wrote something lately', async () => {
      const owner = `lately-${folder}`;
      await put(`${owner}/a`);
      await sleep(1_100);
      const between = new Date();
      await sleep(1_100);
      await put(`${owner}/b`);
      await sweepBucket(store, 'reports', {
        before: between,
        unfinishedBefore: new Date(0),
        removable: async (found) => found.filter((stored) => stored.owner === owner),
      });
      expect(await there(`${owner}/a`, `${owner}/b`)).toEqual([true, true]);
      await store.removePrefix('reports', owner);
    });

    it('gives up what somebody began to write and did not finish, when that is a day old', async () => {
      const key = `${folder}/died`;
      const uploadId = await client.initiateNewMultipartUpload('reports', key, {});
      const config = { bucketName: 'reports', objectName: key, uploadID: uploadId, partNumber: 1, headers: {} };
      await client.uploadPart(config, Buffer.alloc(5 * megabytes));
      await store.dropUnfinished('reports', new Date(Date.now() - day));
      expect(await unfinishedUploads()).toEqual([key]);
      await store.dropUnfinished('reports', tomorrow);
      expect(await unfinishedUploads()).toEqual([]);
    });
  });

  it('says which object is not there, and does not call that transient', async () => {
    const error = await store.get('reports', `${folder}/nothing`).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ObjectNotFound);
    expect(isTransientStoreError(error)).toBe(false);
    await expect(store.getRange('reports', `${folder}/nothing`, 0, 1)).rejects.toThrow(ObjectNotFound);
    expect(await store.stat('reports', `${folder}/nothing`)).toBeUndefined();
    await expect(store.remove('reports', `${folder}/nothing`)).resolves.toBeUndefined();
  });

  it('calls a server that is away transient, a wrong key not', async () => {
    const away = new ObjectStore({ ...settings, endpoint: 'http://127.0.0.1:9' });
    const refused = new ObjectStore({ ...settings, secretKey: 'wrong-wrong' });
    expect(isTransientStoreError(await errorOf(away.get('reports', 'x')))).toBe(true);
    expect(isTransientStoreError(await errorOf(away.put('reports', 'x', Readable.from(blocks(1)))))).toBe(true);
    expect(isTransientStoreError(await errorOf(away.ping()))).toBe(true);
    expect(isTransientStoreError(await errorOf(refused.put('reports', 'x', Buffer.from('x'))))).toBe(false);
  });
});
