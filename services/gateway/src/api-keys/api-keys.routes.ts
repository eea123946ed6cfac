import { role } from '@roundtrip/contracts';
import { KEY_DAYS } from '@roundtrip/database';
import { isName } from '@roundtrip/fields';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.js';
import { route } from '../http/route.js';

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

const madeKey = {
  201: {
    description: 'The key.',
    schema: apiKeyBody.extend({ key: z.string().describe('Send it as bearer token') }),
    headers: { Location: 'Where the key can be deleted' },
  },
};

const shared = { tag: 'API keys', role: 'admin' } as const;

export const listApiKeys = route({
  ...shared,
  operation: 'listApiKeys',
  method: 'get',
  path: '/v1/api-keys',
  summary: 'The API keys of your institution, without the keys themselves.',
  query: pageQuery,
  answers: { 200: { description: 'A page of keys.', schema: pageOf(apiKeyBody) } },
});

export const createApiKey = route({
  ...shared,
  operation: 'createApiKey',
  method: 'post',
  path: '/v1/api-keys',
  summary: 'Make an API key.',
  description: 'The key is shown in this answer and never again: only its hash is stored.',
  body: z.strictObject({
    name: z.string().refine(isName, 'a name of 1 to 200 characters on one line'),
    role,
    expiresInDays: z.int().min(1).max(1_095).default(KEY_DAYS),
  }),
  example: { name: 'Box office', role: 'editor' },
  answers: madeKey,
  problems: { 409: ['API_KEYS_TOO_MANY'] },
});

export const rotateApiKey = route({
  ...shared,
  operation: 'rotateApiKey',
  method: 'post',
  path: '/v1/api-keys/{keyId}/rotate',
  summary: 'A new key in the place of this one, which goes on for a while. The new key is shown only in this answer.',
  description: 'The new key has its name and role, and a year. Sessions of the old key end with it.',
  body: z.strictObject({
    endsInHours: z.int().min(0).max(720).default(24).describe('After so long the old key ends'),
  }),
  bodyOptional: true,
  example: { endsInHours: 24 },
  answers: madeKey,
  problems: { 409: ['API_KEY_REPLACED', 'API_KEYS_TOO_MANY'] },
});

export const listMadeKeys = route({
  ...shared,
  operation: 'listMadeKeys',
  method: 'get',
  path: '/v1/api-keys/{keyId}/made',
  summary: 'The keys that this key made, and those that they made: what can be revoked along with it.',
  description: 'The key that asks is not among them, nor is what only that one made.',
  query: pageQuery,
  answers: { 200: { description: 'A page of keys.', schema: pageOf(apiKeyBody) } },
});

export const deleteApiKey = route({
  ...shared,
  operation: 'deleteApiKey',
  method: 'delete',
  path: '/v1/api-keys/{keyId}',
  summary: 'Delete an API key. Sessions that were made from it end.',
  query: z.object({
    withMade: z
      .enum(['true', 'false'])
      .default('false')
      .describe('Also the keys that it made, and those that they made'),
  }),
  answers: { 204: { description: 'It is gone.' } },
  problems: { 409: ['API_KEY_IN_USE', 'API_KEY_LAST_ADMIN'] },
});

export const endSessions = route({
  ...shared,
  role: 'any',
  roleNote: 'admin for another key than your own',
  operation: 'endSessions',
  method: 'delete',
  path: '/v1/api-keys/{keyId}/sessions',
  summary: 'End all sessions of a key, wherever they are. The key itself goes on.',
  answers: { 204: { description: 'They are over.' } },
});
