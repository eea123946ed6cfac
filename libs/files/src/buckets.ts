import { types } from 'node:util';
import type { Client } from 'minio';
import { createS3Client, type S3Settings } from './s3-client.js';

export const bucketNames = ['uploads', 'templates', 'plans', 'reports'] as const;
export type BucketName = (typeof bucketNames)[number];

const alreadyThere = (error: unknown): boolean =>
  types.isNativeError(error) && 'code' in error && error.code === 'BucketAlreadyOwnedByYou';

/**
 * Creates the buckets that are missing. Safe to repeat, also at the same time. How long each keeps its objects is decided by the service
 * that writes it (sweep-bucket.ts): a rule of the bucket would not know what a running job still needs, so that the one which former versions
 * set is taken away.
 */
export async function ensureBuckets(settings: S3Settings): Promise<void> {
  const client = createS3Client(settings);
  for (const bucket of bucketNames) {
    if (!(await client.bucketExists(bucket))) {
      try {
        await client.makeBucket(bucket, settings.region);
      } catch (error) {
        if (!alreadyThere(error)) throw error;
      }
    }
    if (await hasFormerRule(client, bucket)) await client.removeBucketLifecycle(bucket);
  }
}

async function hasFormerRule(client: Client, bucket: BucketName): Promise<boolean> {
  try {
    const lifecycle = await client.getBucketLifecycle(bucket);
    return [lifecycle?.Rule].flat().some((rule) => rule?.ID === 'expire');
  } catch (error) {
    if (types.isNativeError(error) && 'code' in error && error.code === 'NoSuchLifecycleConfiguration') return false;
    throw error;
  }
}
