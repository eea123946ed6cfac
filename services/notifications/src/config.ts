import { parseEmailAddress } from '@roundtrip/fields';
import { baseConfig } from '@roundtrip/service';
import { z } from 'zod';

export const config = baseConfig.extend({
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .meta({ description: 'The mail server', example: 'smtp://user:password@mail.example.org:587' }),
  SMTP_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(1)
    .default(10_000)
    .meta({ description: 'How long the mail server may take to answer', example: '10000' }),
  MAIL_FROM: z
    .string()
    .refine((text) => parseEmailAddress(text) !== undefined, 'must be one e-mail address')
    .default('no-reply@roundtrip.example')
    .meta({ description: 'Sender of all mails', example: 'no-reply@roundtrip.example' }),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('http://127.0.0.1:8080')
    .meta({
      description: 'Where people reach the gateway; links in mails begin with it',
      example: 'https://roundtrip.example',
    }),
  MAIL_ATTACHMENT_MAX_BYTES: z.coerce
    .number()
    .int()
    .min(0)
    .default(10_000_000)
    .meta({ description: 'Templates up to this size are attached, larger ones are linked', example: '10000000' }),
  TEMPLATE_LIFETIME_MS: z.coerce
    .number()
    .int()
    .min(1)
    .default(7 * 24 * 3_600_000)
    .meta({
      description: 'After this time a template can no longer be fetched; as for the gateway',
      example: '604800000',
    }),
  MAIL_RETRY_MAX_MINUTES: z.coerce.number().int().min(0).default(60).meta({
    description: 'How long a mailbox may refuse a mail for the moment until the mail counts as failed',
    example: '60',
  }),
});
export type NotificationsConfig = z.infer<typeof config>;
