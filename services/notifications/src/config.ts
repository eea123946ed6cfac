import { parseEmailAddress } from '@roundtrip/fields';
import { baseConfig, configClass, shared, wholeNumber } from '@roundtrip/service';
import { z } from 'zod';

export const config = baseConfig.extend({
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .meta({ description: 'The mail server', example: 'smtp://user:password@mail.example.org:587' }),
  SMTP_TIMEOUT_MS: wholeNumber()
    .min(1)
    .default(10_000)
    .meta({ description: 'How long the mail server may take to answer', example: '10000' }),
  MAIL_FROM: z
    .string()
    .refine((text) => parseEmailAddress(text) !== undefined, 'must be one e-mail address')
    .default('no-reply@roundtrip.example')
    .meta({ description: 'Sender of all mails', example: 'no-reply@roundtrip.example' }),
  PUBLIC_URL: shared.PUBLIC_URL,
  MAIL_ATTACHMENT_MAX_BYTES: wholeNumber()
    .min(0)
    .default(10_000_000)
    .meta({ description: 'Templates up to this size are attached, larger ones are linked', example: '10000000' }),
  TEMPLATE_LIFETIME_MS: shared.TEMPLATE_LIFETIME_MS,
  MAIL_RETRY_MAX_MINUTES: wholeNumber().min(0).default(60).meta({
    description: 'How long a mailbox may refuse a mail for the moment until the mail counts as failed',
    example: '60',
  }),
});

/** Variables of this service, and of every service. */
export class NotificationsConfig extends configClass(config) {}
