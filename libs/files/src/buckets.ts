import { types } from 'node:util';
import { createS3Client, type S3Settings } from './s3-client.js';

export const bucketNames = ['uploads', 'templates', 'plans', 'reports'] as const;
export type BucketName = (typeof bucketNames)[number];

/** product.md: templates expire after 7 days, uploads and reports after 30; a plan is of no use without its upload. */
const daysKept: Record<BucketName, number> = { uploads: 30, templates: 7, plans: 30, reports: 30 };

const alreadyThere = (error: unknown): boolean =>
  types.isNativeError(error) && 'code' in error && error.code === 'BucketAlreadyOwnedByYou';

/** Creates the buckets that are missing and sets how long each keeps its objects. Safe to repeat, also at the same time. */
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
    await client.setBucketLifecycle(bucket, {
      Rule: [{ ID: 'expire', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: daysKept[bucket] } }],
    });
  }
}
