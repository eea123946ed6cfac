// The object store of a home: MinIO, or what ROUNDTRIP_OBJECT_STORE says (npm run second-store).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { bucketNames, ensureBuckets, ObjectStore, type S3Settings } from '@roundtrip/files';
import { freePorts } from '../src/ports.js';
import { type RunningServers, startServers } from '../src/servers/start-servers.js';

jest.setTimeout(300_000);

let home: string;
let running: RunningServers;
const start = async (): Promise<ObjectStore> => {
  running = await startServers({ home, ports: await freePorts(), only: ['minio'], log: () => {} });
  const { S3_ENDPOINT = '', S3_ACCESS_KEY = '', S3_SECRET_KEY = '', S3_REGION = '' } = running.env;
  const settings: S3Settings = {
    endpoint: S3_ENDPOINT,
    accessKey: S3_ACCESS_KEY,
    secretKey: S3_SECRET_KEY,
    region: S3_REGION,
  };
  await ensureBuckets(settings);
  return new ObjectStore(settings);
};

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'object-store-'));
});
afterAll(async () => {
  await running.stop();
  rmSync(home, { recursive: true });
});

describe('the object store of a home', () => {
  const textOf = async (store: ObjectStore, key: string) =>
    Buffer.concat(await (await store.get('plans', key)).toArray()).toString();

  it('has what it acknowledged after a kill with -9 and at the next start, and goes on taking objects in every bucket', async () => {
    const first = await start();
    await first.put('plans', 'first', Buffer.from('of the first start'));
    await running.server('minio').kill('SIGKILL');
    await running.server('minio').start();
    await first.put('plans', 'second', Buffer.from('after the kill'));
    await running.stop();

    const next = await start();
    expect([await textOf(next, 'first'), await textOf(next, 'second')]).toEqual([
      'of the first start',
      'after the kill',
    ]);
    // In a bucket without objects yet it has to make room first.
    for (const bucket of bucketNames) await next.put(bucket, 'third', Buffer.from('of the next start'));
    expect(await textOf(next, 'third')).toBe('of the next start');
  });
});
