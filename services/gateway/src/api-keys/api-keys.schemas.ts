import { role } from '@roundtrip/contracts';
import { z } from 'zod';

export const apiKeyBody = z
  .object({
    keyId: z.string(),
    name: z.string(),
    role,
    createdAt: z.iso.datetime(),
    createdBy: z.string().describe('keyId of the key that made it'),
    createdByName: z.string().nullable().describe('Name of that key then; null in keys that are older than this'),
    expiresAt: z.iso
      .datetime()
      .nullable()
      .describe('When it ends; null: a key of before there were ends, which has none'),
    lastUsedAt: z.iso.datetime().nullable().describe('To the minute'),
    replaces: z.string().nullable().describe('keyId of the key that it takes over from'),
    replacedBy: z.string().nullable().describe('keyId of the key that takes over from it'),
  })
  .meta({ id: 'ApiKey' });
