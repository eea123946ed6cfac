import { baseConfig, configClass, shared, wholeNumber } from '@roundtrip/service';

export const config = baseConfig.extend({
  CHUNKS_IN_FLIGHT: wholeNumber()
    .min(1)
    .max(64)
    .default(8)
    .describe('Chunks of one import that may be worked on at the same time, over all workers'),
  REPORT_LIFETIME_MS: shared.REPORT_LIFETIME_MS,
});

/** Variables of this service, and of every service. */
export class BulkUpdateConfig extends configClass(config) {}
