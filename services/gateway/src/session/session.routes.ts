import { role } from '@roundtrip/contracts';
import { z } from 'zod';
import { institutionBody } from '../institution/institution.routes.js';
import { route } from '../http/route.js';

const tag = 'Session';

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

export const getMe = route({
  operation: 'getMe',
  method: 'get',
  path: '/v1/me',
  tag,
  role: 'any',
  summary: 'Who you are: institution, role, settings.',
  answers: { 200: { description: 'You.', schema: meBody } },
});

export const createSession = route({
  operation: 'createSession',
  method: 'post',
  path: '/v1/session',
  tag,
  role: 'none',
  summary: 'Sign in: exchange an API key for a session cookie.',
  description:
    'The cookie is http-only and SameSite=Strict. With it, changes are accepted from the pages of PUBLIC_URL only. A session that the browser had before ends.',
  body: z.strictObject({ key: z.string().min(1).max(200) }),
  example: { key: 'rt_0123456789abcdefghjkmnpqrstvwxyz' },
  answers: { 200: { description: 'Who you are now.', schema: meBody, headers: { 'Set-Cookie': 'The session' } } },
  problems: { 401: ['UNAUTHORISED'], 403: ['FORBIDDEN_ORIGIN'], 429: ['TOO_MANY_SIGN_INS'] },
});

export const createSessionFromCode = route({
  operation: 'createSessionFromCode',
  method: 'post',
  path: '/v1/session/code',
  tag,
  role: 'none',
  summary: 'Sign in by a link: exchange the code of a sign-in link for a session cookie.',
  description:
    'A code is good once, for ten minutes. The commands that make an institution or start a demo print such links.',
  body: z.strictObject({ code: z.string().min(1).max(200) }),
  example: { code: '0123456789abcdefghjkmnpqrstvwxyz' },
  answers: { 200: { description: 'Who you are now.', schema: meBody, headers: { 'Set-Cookie': 'The session' } } },
  problems: { 403: ['FORBIDDEN_ORIGIN'], 410: ['SIGN_IN_CODE_GONE'], 429: ['TOO_MANY_SIGN_INS'] },
});

export const deleteSession = route({
  operation: 'deleteSession',
  method: 'delete',
  path: '/v1/session',
  tag,
  role: 'none',
  summary: 'Sign out: the session ends, here and wherever else its cookie may be.',
  answers: { 204: { description: 'The cookie is removed.', headers: { 'Set-Cookie': 'Empty and expired' } } },
  problems: { 403: ['FORBIDDEN_ORIGIN'] },
});
