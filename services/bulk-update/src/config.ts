import { baseConfig } from '@roundtrip/service';
import { z } from 'zod';

export const config = baseConfig.extend({
  CHUNKS_IN_FLIGHT: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(8)
    .describe('Chunks of one import that may be worked on at the same time, over all workers'),
  REPORT_LIFETIME_MS: z.coerce
    .number()
    .int()
    .min(1)
    .default(30 * 24 * 3_600_000)
    .meta({
      description: 'After this time the reports of an import are removed; as for the gateway',
      example: '2592000000',
    }),
});
export type Config = z.infer<typeof config>;
