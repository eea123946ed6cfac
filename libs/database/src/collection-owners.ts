import type { ServiceName } from '@roundtrip/contracts';
import type { Documents } from './documents.js';

/**
 * One writer a collection; every service may read all of them. The compiler holds the code to this table (`DatabaseOf`), and the database
 * itself every service with a password of its own (`privilegesOf`).
 */
export const collectionOwners = {
  targets: 'targets',
  deletedTargets: 'targets',
  resolutions: 'targets',
  refusals: 'targets',
  criteria: 'targets',
  authorisations: 'targets',
  contacts: 'bulk-update',
  chunks: 'bulk-update',
  closedChunks: 'bulk-update',
  cancellations: 'bulk-update',
  outcomes: 'bulk-update',
  validations: 'import-validation',
  jobs: 'gateway',
  requests: 'gateway',
  institutions: 'gateway',
  apiKeys: 'gateway',
  sessions: 'gateway',
  signInCodes: 'gateway',
  signIns: 'gateway',
  people: 'gateway',
  idempotencyKeys: 'gateway',
  activities: 'gateway',
  activityHeads: 'gateway',
  mails: 'notifications',
} as const satisfies Record<keyof Documents, ServiceName>;

type Owners = typeof collectionOwners;

/** The collections that a service writes. */
export type OwnedBy<S extends ServiceName> = {
  [C in keyof Documents]: Owners[C] extends S ? C : never;
}[keyof Documents];
