import { role } from '@roundtrip/contracts';
import { z } from 'zod';
import { institutionBody } from '../institution/institution.schemas.js';

export const meBody = z
  .object({
    institution: z.object({ institutionId: z.string(), name: z.string() }),
    keyId: z.string(),
    name: z.string().describe('Name of the API key'),
    role,
    settings: institutionBody.pick({ delimiter: true, language: true, allowedEmailDomains: true }),
    limits: z.object({ uploadMaxBytes: z.int() }),
    keyExpiresAt: z.iso.datetime().nullable().describe('When the API key ends; null: it has no end'),
    sessionExpiresAt: z.iso.datetime().nullable().describe('Null for a bearer token'),
  })
  .meta({ id: 'Me' });
