import { criterionKind } from '@roundtrip/contracts';
import { composed, identifierText, isDefinitionCode, isName, isValueCode } from '@roundtrip/fields';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.js';
import { route } from '../http/route.js';
import { openRequestBody } from '../requests/open-request.js';

const code = z
  .string()
  .overwrite(identifierText)
  .refine(isDefinitionCode, 'a code: a letter, then up to 39 letters, digits, _ or -')
  .describe('Internal code; never changes. Stored without characters that nobody sees');
const name = z.string().overwrite(composed).refine(isName, 'a name of 1 to 200 characters on one line');
const rank = z.int().min(-1_000_000).max(1_000_000).describe('Order in lists and files');
const active = z.boolean().describe('What is not active is kept, but stands in no new file and takes no new values');
const valueCode = z
  .string()
  .overwrite(identifierText)
  .refine(
    isValueCode,
    'a value code: 1 to 60 characters without |, blanks around it or line breaks, and not the word Empty',
  )
  .describe('Stored in composed form (NFC) and without characters that nobody sees');

const newValue = z.strictObject({ code: valueCode, name, rank: rank.optional(), active: active.optional() });

export const criterionValueBody = z
  .object({ code: z.string(), name: z.string(), rank, active })
  .meta({ id: 'CriterionValue' });
export const criterionBody = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: criterionKind,
    rank,
    active,
    values: z.array(criterionValueBody),
  })
  .meta({ id: 'Criterion' });
export const authorisationBody = z
  .object({ code: z.string(), name: z.string(), rank, active })
  .meta({ id: 'Authorisation' });

const saved = <S extends z.ZodType>(schema: S) =>
  ({
    200: { description: 'As it is saved now.', schema },
    202: { description: 'It takes longer.', schema: openRequestBody, headers: { Location: 'Where it will be' } },
  }) as const;
const createdOr = <S extends z.ZodType>(schema: S) =>
  ({
    201: { description: 'As it is saved now.', schema, headers: { Location: 'Where it is' } },
    202: { description: 'It takes longer.', schema: openRequestBody, headers: { Location: 'Where it will be' } },
  }) as const;

const criteria = { path: '/v1/criteria', tag: 'Definitions' } as const;
const authorisations = { path: '/v1/authorisations', tag: 'Definitions' } as const;
const timeLimitMs = 20_000;

export const listCriteria = route({
  ...criteria,
  operation: 'listCriteria',
  method: 'get',
  role: 'viewer',
  summary: 'The criteria by rank, inactive ones included.',
  query: pageQuery,
  answers: { 200: { description: 'A page of criteria.', schema: pageOf(criterionBody) } },
});

export const createCriterion = route({
  ...criteria,
  operation: 'createCriterion',
  method: 'post',
  role: 'admin',
  summary: 'Define a criterion.',
  body: z.strictObject({
    code,
    name,
    kind: criterionKind,
    rank: rank.optional(),
    active: active.optional(),
    values: z.array(newValue).max(2_000).optional(),
  }),
  example: { code: 'PROFESSION', name: 'Profession', kind: 'LIST', values: [{ code: 'TEACHER', name: 'Teacher' }] },
  answers: createdOr(criterionBody),
  problems: { 409: ['DEFINITION_CODE_TAKEN'], 422: ['DEFINITION_INVALID'] },
  timeLimitMs,
});

export const replaceCriterion = route({
  ...criteria,
  operation: 'replaceCriterion',
  method: 'put',
  path: '/v1/criteria/{code}',
  role: 'admin',
  summary: 'Change a criterion.',
  description: 'What is left out stays as it is. Deactivating keeps the data. The kind of a criterion does not change.',
  body: z.strictObject({
    name: name.optional(),
    kind: criterionKind.optional(),
    rank: rank.optional(),
    active: active.optional(),
    values: z.array(newValue).max(2_000).optional(),
  }),
  example: { name: 'Profession', active: true },
  answers: saved(criterionBody),
  problems: { 422: ['DEFINITION_INVALID'] },
  timeLimitMs,
});

export const putCriterionValue = route({
  ...criteria,
  operation: 'putCriterionValue',
  method: 'put',
  path: '/v1/criteria/{code}/values/{valueCode}',
  role: 'admin',
  summary: 'Add a value to a LIST or MULTI_LIST criterion, or change one.',
  description: 'What is left out stays as it is; a new value needs a name.',
  body: z.strictObject({ name: name.optional(), rank: rank.optional(), active: active.optional() }),
  example: { name: 'Teacher', active: true },
  answers: {
    ...saved(criterionBody),
    201: {
      description: 'The criterion with its new value.',
      schema: criterionBody,
      headers: { Location: 'Where it is' },
    },
  },
  problems: { 422: ['DEFINITION_INVALID'] },
  timeLimitMs,
});

export const listAuthorisations = route({
  ...authorisations,
  operation: 'listAuthorisations',
  method: 'get',
  role: 'viewer',
  summary: 'The authorisations by rank, inactive ones included.',
  query: pageQuery,
  answers: { 200: { description: 'A page of authorisations.', schema: pageOf(authorisationBody) } },
});

export const createAuthorisation = route({
  ...authorisations,
  operation: 'createAuthorisation',
  method: 'post',
  role: 'admin',
  summary: 'Define an authorisation.',
  body: z.strictObject({ code, name, rank: rank.optional(), active: active.optional() }),
  example: { code: 'NEWSLETTER', name: 'Newsletter' },
  answers: createdOr(authorisationBody),
  problems: { 409: ['DEFINITION_CODE_TAKEN'], 422: ['DEFINITION_INVALID'] },
  timeLimitMs,
});

export const replaceAuthorisation = route({
  ...authorisations,
  operation: 'replaceAuthorisation',
  method: 'put',
  path: '/v1/authorisations/{code}',
  role: 'admin',
  summary: 'Change an authorisation.',
  description: 'What is left out stays as it is. Deactivating keeps the data.',
  body: z.strictObject({ name: name.optional(), rank: rank.optional(), active: active.optional() }),
  example: { name: 'Newsletter', active: false },
  answers: saved(authorisationBody),
  problems: { 422: ['DEFINITION_INVALID'] },
  timeLimitMs,
});
