import { fieldKind } from '@roundtrip/contracts';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.js';
import { route } from '../http/route.js';

export const criterionValueRow = z
  .object({
    type: z.enum(['criterion', 'authorisation']),
    kind: fieldKind,
    code: z.string(),
    name: z.string(),
    active: z.boolean(),
    valueCode: z.string().nullable().describe('Null for a field that takes any value of its kind'),
    valueName: z.string().nullable(),
    valueActive: z.boolean().nullable(),
    example: z.string().describe('As it may be pasted into a [new] cell'),
  })
  .meta({ id: 'CriterionValueRow' });

export const listCriterionValues = route({
  operation: 'listCriterionValues',
  method: 'get',
  path: '/v1/criterion-values',
  tag: 'Definitions',
  role: 'viewer',
  summary: 'Access criterion values: every criterion and authorisation with its allowed values, one row a value.',
  description: 'With `Accept: text/csv` all rows come as one file, in the delimiter of the institution.',
  query: pageQuery,
  answers: {
    200: { description: 'A page of rows, or the file.', schema: pageOf(criterionValueRow), media: ['text/csv'] },
  },
});
