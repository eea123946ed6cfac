import type { ServiceName } from '@roundtrip/contracts';
import { type BucketName, bucketNames } from './buckets.js';

/** One writer a bucket, and who reads what it writes. */
export const bucketOwners: Record<BucketName, { writer: ServiceName; readers: readonly ServiceName[] }> = {
  uploads: { writer: 'gateway', readers: ['import-validation'] },
  templates: { writer: 'template-export', readers: ['gateway', 'notifications', 'import-validation'] },
  plans: { writer: 'import-validation', readers: ['bulk-update'] },
  reports: { writer: 'bulk-update', readers: ['gateway'] },
};

/** What each service asks at its start, to see whether the store lets it in. */
export const knockedBucket: BucketName = 'uploads';

interface Statement {
  Effect: 'Allow';
  Action: string[];
  Resource: string[];
}

/** The rights of a service in the language of S3. Who may not list a bucket is not told that an object is missing, but is refused. */
export function bucketPolicy(service: ServiceName): { Version: string; Statement: Statement[] } {
  const allow = (bucket: string, actions: string[], objectActions: string[]): Statement[] => [
    { Effect: 'Allow', Action: actions.map(s3), Resource: [`arn:aws:s3:::${bucket}`] },
    ...(objectActions.length === 0
      ? []
      : [{ Effect: 'Allow' as const, Action: objectActions.map(s3), Resource: [`arn:aws:s3:::${bucket}/*`] }]),
  ];
  const statements = bucketNames.flatMap((bucket) => {
    const { writer, readers } = bucketOwners[bucket];
    if (writer === service) {
      return allow(
        bucket,
        ['ListBucket', 'ListBucketMultipartUploads'],
        ['GetObject', 'PutObject', 'DeleteObject', 'AbortMultipartUpload', 'ListMultipartUploadParts'],
      );
    }
    return readers.includes(service) ? allow(bucket, ['ListBucket'], ['GetObject']) : [];
  });
  return { Version: '2012-10-17', Statement: [...allow(knockedBucket, ['HeadBucket'], []), ...statements] };
}

const s3 = (action: string): string => `s3:${action}`;
