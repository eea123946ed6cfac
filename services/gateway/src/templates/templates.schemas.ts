import { requester, templateDataType, templateFormat, templateState } from '@roundtrip/contracts';
import { z } from 'zod';
import { jobFields } from '../jobs/job.body.js';

export const templateBody = z
  .object({
    templateId: z.string(),
    type: z.literal('template'),
    dataType: templateDataType,
    action: z.literal('template'),
    state: templateState,
    format: templateFormat,
    fields: z
      .array(z.string())
      .nullable()
      .describe(
        'Codes of the fields that were asked for, in the order of their columns; null: all active ones by rank',
      ),
    target: z.object({ targetId: z.string(), code: z.string(), name: z.string() }),
    requestedBy: requester,
    ...jobFields,
    lines: z.int().nullable().describe('Contacts in the file, when it is made'),
    file: z.object({ name: z.string(), sizeBytes: z.int(), parts: z.int() }).nullable(),
    expiresAt: z.iso.datetime().nullable(),
    links: z.object({ self: z.string(), file: z.string().nullable().describe('When it can be fetched') }),
  })
  .meta({ id: 'Template' });
