import { isName } from '@roundtrip/contacts';
import { role } from '@roundtrip/contracts';
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
  })
  .meta({ id: 'ApiKey' });

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
  body: z.strictObject({ name: z.string().refine(isName, 'a name of 1 to 200 characters on one line'), role }),
  example: { name: 'Box office', role: 'editor' },
  answers: {
    201: {
      description: 'The key.',
      schema: apiKeyBody.extend({ key: z.string().describe('Send it as bearer token') }),
      headers: { Location: 'Where the key can be deleted' },
    },
  },
});

export const deleteApiKey = route({
  ...shared,
  operation: 'deleteApiKey',
  method: 'delete',
  path: '/v1/api-keys/{keyId}',
  summary: 'Delete an API key. Sessions that were made from it end.',
  answers: { 204: { description: 'It is gone.' } },
  problems: { 409: ['API_KEY_IN_USE'] },
});
