import { requester, rule } from '@roundtrip/contracts';
import { z } from 'zod';

/** Looked into by `checkRule` of libs/fields, which knows the fields and says all that is wrong with a pointer. */
export const anyRule = z.unknown().meta({ id: 'RuleInput', description: 'A rule tree: see Rule' });

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
