import { language, requesterTypes, role } from '@roundtrip/contracts';
import { z } from 'zod';
import { institutionBody } from '../institution/institution.schemas.js';

export const meBody = z
  .object({
    institution: z.object({ institutionId: z.string(), name: z.string() }),
    type: z.enum(requesterTypes).describe('Whether a person has signed in, or an API key is shown'),
    id: z.string().describe('personId or keyId'),
    keyId: z.string().nullable().describe('Of an API key, else null'),
    name: z.string().describe('Of the person or the API key'),
    role,
    institutions: z
      .array(z.object({ institutionId: z.string(), name: z.string(), role }))
      .describe('Those that you may go on in, this one among them'),
    language: language.nullable().describe('As you have chosen; null: you have not, or took it back'),
    settings: institutionBody.pick({ delimiter: true, language: true, allowedEmailDomains: true }),
    limits: z.object({ uploadMaxBytes: z.int() }),
    keyExpiresAt: z.iso.datetime().nullable().describe('When the API key ends; null: it has no end'),
    sessionExpiresAt: z.iso
      .datetime()
      .nullable()
      .describe('When the session, or the token of a person, ends; null for an API key by itself'),
  })
  .meta({ id: 'Me' });

export const languageChoice = z
  .strictObject({ language: language.nullable().describe('Null: none of your own') })
  .meta({ id: 'LanguageChoice' });
