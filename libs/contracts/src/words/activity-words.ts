// Words of the record of activities: who did what. The database, the interface and the console use the same.

/** Who did something: a person who has signed in, a program by its key, or whoever runs the product, by a command. */
export const actorTypes = ['person', 'key', 'operations'] as const;
export type ActorType = (typeof actorTypes)[number];

export const activityKinds = [
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'institution-chosen',
  'sessions-ended',
  'person-erased',
  'key-made',
  'key-rotated',
  'key-revoked',
  'institution-changed',
  'definition-saved',
  'target-saved',
  'target-deleted',
  'file-downloaded',
  'template-requested',
  'import-requested',
  'import-started-from-check',
  'import-cancelled',
  'import-undone',
  'import-ended',
  'dead-letters-replayed',
  'import-replayed',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** An activity is written down before it is done. `failed`: what was written down before did not come about, or nobody knows. */
export const activityResults = ['ok', 'refused', 'failed'] as const;
export type ActivityResult = (typeof activityResults)[number];

/** What something was done to. */
export const activitySubjects = [
  'person',
  'key',
  'session',
  'institution',
  'criterion',
  'authorisation',
  'target',
  'template',
  'import',
  'activities',
  'dead-letter',
] as const;
export type ActivitySubjectType = (typeof activitySubjects)[number];

/** Files that are fetched, as far as they hold something about people. */
export const downloadedFiles = ['template', 'rejected-lines', 'changes', 'activities'] as const;
export type DownloadedFile = (typeof downloadedFiles)[number];
