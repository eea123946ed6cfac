/** Every collection of the shared database: the name of the export is the name of the collection. */
export { contacts } from './contact.schema.js';
export { authorisations, criteria } from './definition.schema.js';
export { deletedTargets, refusals, requests, resolutions, targets } from './target.schema.js';
export { apiKeys, idempotencyKeys, institutions } from './institution.schema.js';
export { people, sessions, signIns, signInCodes } from './session.schema.js';
export { activities, activityHeads } from './activity.schema.js';
export { jobs, mails } from './job.schema.js';
export { cancellations, chunks, closedChunks, outcomes, validations } from './import.schema.js';
