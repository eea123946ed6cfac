import { baseConfig } from '@roundtrip/service';
import { z } from 'zod';

const DAY_MS = 24 * 3600 * 1000;

export const config = baseConfig.extend({
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .default('http://127.0.0.1:8080')
    .describe('Address at which browsers reach the gateway; https makes the session cookie Secure'),
  SESSION_SECRET: z
    .string()
    .min(32)
    .describe(
      'At least 32 random characters that sign session cookies and seal kept answers; the same on every gateway',
    ),
  SESSION_HOURS: z.coerce.number().min(0.01).max(720).default(12).describe('How long a session cookie is good for'),
  UPLOAD_MAX_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .default(1024 ** 3)
    .describe('Largest file that may be uploaded'),
  SAVE_WAIT_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(30_000)
    .default(5_000)
    .describe('How long a request to save a target or a definition waits for its outcome before it is answered 202'),
  TEMPLATE_LIFETIME_MS: z.coerce
    .number()
    .int()
    .min(1)
    .default(7 * DAY_MS)
    .describe('After this time a template can no longer be fetched'),
  REPORT_LIFETIME_MS: z.coerce
    .number()
    .int()
    .min(1)
    .default(30 * DAY_MS)
    .describe('After this time the reports of an import can no longer be fetched'),
});
export type Config = z.infer<typeof config>;
