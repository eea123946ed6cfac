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
});
export type Config = z.infer<typeof config>;
