import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from '../stack-error.js';

/** What the object store of the embedded stack is; the README of deploy/local says why MinIO is the default. */
export const objectStoreKinds = ['minio', 'seaweedfs'] as const;
export type ObjectStoreKind = (typeof objectStoreKinds)[number];

/**
 * What is asked for, else what the home has, else MinIO. The records of the database name objects: with the other store, that of the same home
 * would miss them all.
 *
 * @throws StackError when it cannot be had
 */
export function objectStoreKind(home?: string, env: NodeJS.ProcessEnv = process.env): ObjectStoreKind {
  const text = env['ROUNDTRIP_OBJECT_STORE'];
  const asked = objectStoreKinds.find((kind) => kind === text);
  if (text && asked === undefined) {
    throw new StackError(`ROUNDTRIP_OBJECT_STORE=${text} is not known: set it to ${objectStoreKinds.join(' or ')}.`);
  }
  const there = home === undefined ? undefined : objectStoreKinds.find((kind) => existsSync(join(home, kind, 'data')));
  if (asked !== undefined && there !== undefined && asked !== there) {
    throw new StackError(
      `The objects in ${join(home ?? '', there)} are of ${there}: start without ROUNDTRIP_OBJECT_STORE, or set ROUNDTRIP_HOME to another folder.`,
    );
  }
  return asked ?? there ?? 'minio';
}
