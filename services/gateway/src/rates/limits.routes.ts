import { z } from 'zod';
import { route } from '../http/route.js';

const limit = z.int().positive();

export const limitsBody = z
  .object({
    uploadMaxBytes: limit,
    requestsPerMinute: limit.describe('Of one API key, and of the sessions made from it'),
    listPagesPerMinute: limit.describe('Pages of contacts, and further pages of other lists, likewise'),
    heavyReadsAtOnce: limit.describe('Previews and searches of your institution'),
    heavyReadMs: limit.describe('How long the database may take for one'),
    uploadsAtOnce: limit.describe('Of your institution'),
    uploadBytesPerHour: limit.describe('Of your institution'),
    eventStreamsPerKey: limit.describe('Open streams of GET /v1/events'),
    eventStreamsAtOnce: limit.describe('Open streams of GET /v1/events of everybody'),
    templateMailsPerRecipient: limit.describe('An hour'),
    templateMailsPerInstitution: limit.describe('An hour'),
    signInFailuresPerHour: limit.describe('From one address'),
  })
  .meta({ id: 'Limits', description: 'Each gateway counts for itself: several let pass as much each' });

export const getLimits = route({
  operation: 'getLimits',
  method: 'get',
  path: '/v1/limits',
  tag: 'Institution',
  role: 'viewer',
  summary: 'How much may be asked for. What is more is answered with 429 and Retry-After.',
  description: 'Each answer says in its RateLimit headers how much is left (draft-ietf-httpapi-ratelimit-headers).',
  answers: { 200: { description: 'The limits.', schema: limitsBody } },
});
