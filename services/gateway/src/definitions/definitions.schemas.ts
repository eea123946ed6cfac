import { criterionKind } from '@roundtrip/contracts';
import { composed, identifierText, isDefinitionCode, isName } from '@roundtrip/fields';
import { z } from 'zod';
import { saying } from '../http/zod-pointers.js';
import { openRequestBody } from '../requests/open-request.js';

export const codeField = z
  .string()
  .overwrite(identifierText)
  .refine(isDefinitionCode, saying('definition-code-form'))
  .describe('Internal code; never changes. Stored without characters that nobody sees');

export const nameField = z.string().overwrite(composed).refine(isName, saying('name-form'));

export const rankField = z.int().min(-1_000_000).max(1_000_000).describe('Order in lists and files');

export const activeField = z
  .boolean()
  .describe('What is not active is kept, but stands in no new file and takes no new values');

export const criterionValueBody = z
  .object({ code: z.string(), name: z.string(), rank: rankField, active: activeField })
  .meta({ id: 'CriterionValue' });

export const criterionBody = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: criterionKind,
    rank: rankField,
    active: activeField,
    values: z.array(criterionValueBody),
  })
  .meta({ id: 'Criterion' });

export const authorisationBody = z
  .object({ code: z.string(), name: z.string(), rank: rankField, active: activeField })
  .meta({ id: 'Authorisation' });

export const savedAnswers = <S extends z.ZodType>(schema: S) =>
  ({
    200: { description: 'As it is saved now.', schema },
    202: { description: 'It takes longer.', schema: openRequestBody, headers: { Location: 'Where it will be' } },
  }) as const;

export const createdAnswers = <S extends z.ZodType>(schema: S) =>
  ({
    201: { description: 'As it is saved now.', schema, headers: { Location: 'Where it is' } },
    202: { description: 'It takes longer.', schema: openRequestBody, headers: { Location: 'Where it will be' } },
  }) as const;

export const timeLimitMs = 20_000;
