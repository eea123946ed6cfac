import { requester, rule } from '@roundtrip/contracts';
import { composed, identifierText, isName, isTargetCode } from '@roundtrip/fields';
import { z } from 'zod';
import { contactSummary } from '../contacts/contacts.routes.js';
import { pageOf, pageQuery } from '../http/page.js';
import { route } from '../http/route.js';
import { openRequestBody } from '../requests/open-request.js';

/** Looked into by `checkRule` of libs/fields, which knows the fields and says all that is wrong with a pointer. */
export const anyRule = z.unknown().meta({ id: 'RuleInput', description: 'A rule tree: see Rule' });

const targetInput = z.strictObject({
  code: z
    .string()
    .overwrite(identifierText)
    .refine(isTargetCode, 'a code: a letter or digit, then up to 39 letters, digits, _ or -')
    .describe('Unique in the institution; part of the names of its files'),
  name: z.string().overwrite(composed).refine(isName, 'a name of 1 to 200 characters on one line'),
  rule: anyRule,
});

export const targetBody = z
  .object({
    targetId: z.string(),
    code: z.string(),
    name: z.string(),
    rule,
    createdBy: requester,
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Target' });

const tag = 'Targets';
const exampleRule = {
  all: [
    { field: 'contact.country', is: 'in', value: ['FR', 'BE'] },
    {
      any: [
        { field: 'authorisations.EMAIL', is: 'equals', value: true },
        { field: 'authorisations.EMAIL', is: 'empty' },
      ],
    },
  ],
};
const example = { code: 'FRENCH_SPEAKING', name: 'French-speaking countries', rule: exampleRule };
const timeLimitMs = 20_000;
const takesLonger = {
  description: 'It takes longer.',
  schema: openRequestBody,
  headers: { Location: 'Where it will be' },
};

export const listTargets = route({
  operation: 'listTargets',
  method: 'get',
  path: '/v1/targets',
  tag,
  role: 'viewer',
  summary: 'The targets by code.',
  query: pageQuery,
  answers: { 200: { description: 'A page of targets.', schema: pageOf(targetBody) } },
});

export const createTarget = route({
  operation: 'createTarget',
  method: 'post',
  path: '/v1/targets',
  tag,
  role: 'editor',
  summary: 'Save a query over contacts as a target.',
  body: targetInput,
  example,
  answers: {
    201: { description: 'The target.', schema: targetBody, headers: { Location: 'Where it is' } },
    202: takesLonger,
  },
  problems: { 409: ['TARGET_CODE_TAKEN'], 422: ['RULE_INVALID'] },
  timeLimitMs,
});

export const getTarget = route({
  operation: 'getTarget',
  method: 'get',
  path: '/v1/targets/{targetId}',
  tag,
  role: 'viewer',
  summary: 'One target.',
  answers: { 200: { description: 'The target.', schema: targetBody } },
});

export const replaceTarget = route({
  operation: 'replaceTarget',
  method: 'put',
  path: '/v1/targets/{targetId}',
  tag,
  role: 'editor',
  summary: 'Change a target.',
  description: 'A job that is running uses the rule that it started with.',
  body: targetInput,
  example,
  answers: { 200: { description: 'The target as it is now.', schema: targetBody }, 202: takesLonger },
  problems: { 409: ['TARGET_CODE_TAKEN'], 422: ['RULE_INVALID'] },
  timeLimitMs,
});

export const deleteTarget = route({
  operation: 'deleteTarget',
  method: 'delete',
  path: '/v1/targets/{targetId}',
  tag,
  role: 'editor',
  summary: 'Delete a target. No contact is changed by this.',
  answers: { 202: takesLonger, 204: { description: 'It is gone.' } },
  timeLimitMs,
});

export const previewTarget = route({
  operation: 'previewTarget',
  method: 'post',
  path: '/v1/targets/preview',
  tag,
  role: 'editor',
  summary: 'How many contacts a rule holds now, and the first 20 of them.',
  body: z.strictObject({ rule: anyRule }),
  example: { rule: exampleRule },
  answers: {
    200: { description: 'Count and sample.', schema: z.object({ count: z.int(), sample: z.array(contactSummary) }) },
  },
  problems: { 422: ['RULE_INVALID'], 429: ['TOO_MANY_AT_ONCE'], 503: ['TOOK_TOO_LONG'] },
  timeLimitMs: 30_000,
});
