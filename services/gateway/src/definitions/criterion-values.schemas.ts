import { fieldKind } from '@roundtrip/contracts';
import { z } from 'zod';

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
