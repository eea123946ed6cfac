import { baseConfig } from '@roundtrip/service';
import { z } from 'zod';

export const config = baseConfig.extend({
  TEMPLATE_PART_LINES: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(1_000_000)
    .meta({ description: 'Contacts a .csv at most; a spreadsheet holds 1,048,576 rows', example: '1000000' }),
  TEMPLATE_LIFETIME_MS: z.coerce
    .number()
    .int()
    .min(1)
    .default(7 * 24 * 3_600_000)
    .meta({
      description: 'After this time the file of a template is removed; as for the gateway',
      example: '604800000',
    }),
});
export type TemplateExportConfig = z.infer<typeof config>;
