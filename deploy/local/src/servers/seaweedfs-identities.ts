import { services, type ServiceName } from '@roundtrip/contracts';
import { bucketNames, bucketOwners, knockedBucket } from '@roundtrip/files';
import type { Secrets } from '../secrets.js';

interface Identity {
  name: string;
  credentials: { accessKey: string; secretKey: string }[];
  actions: string[];
}

/**
 * Who may do what, as SeaweedFS reads it at its start: the operator, and each service with the rights of bucket-owners.ts. It has policies, too,
 * but they cannot let somebody ask whether a bucket is there without letting him list it.
 */
export const seaweedfsIdentities = ({ s3AccessKey, s3SecretKey, services: passwords }: Secrets) => ({
  identities: [
    identity(s3AccessKey, s3SecretKey, ['Admin']),
    ...services.map((service) => identity(service, passwords[service], actionsOf(service))),
  ],
});

const identity = (name: string, secretKey: string, actions: string[]): Identity => ({
  name,
  credentials: [{ accessKey: name, secretKey }],
  actions,
});

/** `Write` includes removing; `Read` of a bucket tells what is being written into it in parts, too. */
export function actionsOf(service: ServiceName): string[] {
  const actions = bucketNames.flatMap((bucket) => {
    const { writer, readers } = bucketOwners[bucket];
    if (writer === service) return [`Read:${bucket}`, `List:${bucket}`, `Write:${bucket}`];
    return readers.includes(service) ? [`Read:${bucket}`, `List:${bucket}`] : [];
  });
  return [knock, ...actions];
}

/** A pattern is compared with bucket and key together: this one is the bucket and no key. Without a `?` it would be all that is in the bucket. */
const knock = `Read:${knockedBucket.slice(0, -1)}?`;
