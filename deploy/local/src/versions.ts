/**
 * What the embedded stack runs. The compose file and the Dockerfile name the same versions where they use the same
 * software; a test compares them.
 */
export const versions = {
  kafka: '4.1.1',
  /** MinIO is released as source only; this is the pseudo-version of the commit for the Go module proxy. */
  minio: '0.0.0-20260212201848-7aac2a2c5b7c',
  /** 4.53; its tags are not such as Go knows, hence the pseudo-version. */
  seaweedfs: '0.0.0-20261109003541-7506e5f91cd6',
  ferretdb: '2.7.0',
  secantusdb: '0.7.0b3',
  maildev: '3.0.0',
} as const;
