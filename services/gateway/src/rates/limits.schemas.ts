import { z } from 'zod';

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
    signInsPerHour: z.int().describe('Sign-ins by the provider that are begun from one address'),
  })
  .meta({ id: 'Limits', description: 'Each gateway counts for itself: several let pass as much each' });
