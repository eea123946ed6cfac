import { z } from 'zod';
import { wholeNumber } from './whole-number.js';

const DAY_MS = 24 * 3_600_000;

/** Variables that several services read. Each is declared once, so that services agree about its default. */
export const shared = {
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('http://127.0.0.1:8080')
    .meta({
      description:
        'Where people reach the gateway; changes by a sign-in are accepted from its pages only; with https the cookie is Secure; links in mails begin with it',
      example: 'https://roundtrip.example',
    }),
  UPLOAD_MAX_BYTES: wholeNumber()
    .min(1)
    .default(1024 ** 3)
    .meta({ description: 'The largest file that may be uploaded', example: '1073741824' }),
  TEMPLATE_LIFETIME_MS: wholeNumber()
    .min(1)
    .default(7 * DAY_MS)
    .meta({
      description: 'After this time a template can no longer be fetched, and its file is removed',
      example: '604800000',
    }),
  UPLOAD_LIFETIME_MS: wholeNumber()
    .min(1)
    .default(30 * DAY_MS)
    .meta({
      description: 'After this time no update can be started from a check, and its file and its plan are removed',
      example: '2592000000',
    }),
  REPORT_LIFETIME_MS: wholeNumber()
    .min(1)
    .default(30 * DAY_MS)
    .meta({
      description: 'After this time the reports of an import can no longer be fetched, and are removed',
      example: '2592000000',
    }),
};
