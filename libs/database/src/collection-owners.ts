import type { ServiceName } from '@roundtrip/contracts';
import type { DatabaseModels } from './schemas/models.js';

/** One writer a collection; every service may read all of them. With Docker the database holds each service to it. */
export const collectionOwners: Record<keyof DatabaseModels, ServiceName> = {
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
  idempotencyKeys: 'gateway',
  mails: 'notifications',
};
