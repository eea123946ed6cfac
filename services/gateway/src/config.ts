import { baseConfig, configClass, shared, wholeNumber } from '@roundtrip/service';
import { z } from 'zod';
import { ratesConfig } from './rates/rates.config.js';

/** The first is in use; what those after it have signed or sealed is still good. */
export type Secrets = readonly [string, ...string[]];

const secret = z.string().min(32, 'must have 32 characters or more, each of several too');

export const config = baseConfig.extend({
  ...ratesConfig,
  PUBLIC_URL: shared.PUBLIC_URL,
  SESSION_SECRET: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.tuple([secret], secret))
    .meta({
      description:
        'Signs session cookies and seals the answers that are kept; the same on every gateway. Of several, separated by commas, the first is used and what the others signed is still accepted',
      example: '64 random characters',
    }),
  SESSION_HOURS: z.coerce
    .number('must be a number')
    .min(0.01)
    .max(720)
    .default(12)
    .meta({ description: 'How long a session lasts', example: '12' }),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be the address of an OpenID provider' })
    .transform((text) => text.replace(/\/$/, ''))
    .optional()
    .meta({
      description: 'The OpenID provider by which people sign in; without one there are API keys alone',
      example: 'https://login.example.org/realms/culture',
    }),
  OIDC_CLIENT_ID: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'What the provider calls us', example: 'roundtrip' }),
  OIDC_CLIENT_SECRET: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'What we show the provider; absent: a public client', example: 'from the provider' }),
  OIDC_AUDIENCE: z.string().min(1).optional().meta({
    description: 'For whom bearer tokens must be made; absent: PUBLIC_URL',
    example: 'https://roundtrip.example',
  }),
  OIDC_INSTITUTION_CLAIM: z
    .string()
    .min(1)
    .default('institution')
    .meta({ description: 'The claim that names the institution, or several', example: 'institution' }),
  OIDC_ROLES_CLAIM: z
    .string()
    .min(1)
    .default('groups')
    .meta({ description: 'The claim that lists the groups of a person', example: 'groups' }),
  OIDC_SCOPES: z
    .string()
    .regex(/(?:^| )openid(?: |$)/, 'must have openid among the scopes')
    .default('openid profile email')
    .meta({
      description:
        'What the provider is asked for; offline_access too, where it gives no refresh token otherwise: by that the groups of a person are looked at again',
      example: 'openid profile email',
    }),
  OIDC_NAME: z
    .string()
    .min(1)
    .max(60)
    .optional()
    .meta({ description: 'What people call the provider, for the page of the sign-in', example: 'City Hall' }),
  UPLOAD_MAX_BYTES: shared.UPLOAD_MAX_BYTES,
  SLOW_REQUEST_MS: wholeNumber()
    .min(100)
    // Longer than the object store may be silent, so that its silence is told as what it is.
    .default(45_000)
    .meta({
      description: 'How long a client may take for the head of a request, and for each 16 kB of an upload',
      example: '45000',
    }),
  SAVE_WAIT_MS: wholeNumber().min(0).max(15_000).default(5_000).meta({
    description: 'How long a request to save a target or a definition waits for its outcome before it is answered 202',
    example: '5000',
  }),
  HEAVY_READ_MS: wholeNumber().min(10).max(20_000).default(5_000).meta({
    description: 'How long the database may take for a preview or a step of a search',
    example: '5000',
  }),
  HEAVY_READS_PER_INSTITUTION: wholeNumber().min(1).max(8).default(2).meta({
    description: 'Previews and searches of one institution at once, of each gateway',
    example: '2',
  }),
  API_KEYS_PER_INSTITUTION: wholeNumber().min(5).max(100_000).default(200).meta({
    description: 'API keys of one institution; those that take over from another may be as many again',
    example: '200',
  }),
  JOBS_RUNNING_PER_INSTITUTION: wholeNumber().min(1).max(1_000).default(4).meta({
    description:
      'How many templates and imports of one institution may be worked on at once; the others wait for their turn',
    example: '4',
  }),
  JOBS_RUNNING_BESIDE_OTHERS: wholeNumber().min(1).max(1_000).default(1).meta({
    description: 'How many of these while jobs of another institution are wanted or worked on, or were a minute ago',
    example: '1',
  }),
  OTHERS_ACTIVE_MS: wholeNumber().min(0).default(60_000).meta({
    description: 'So long after its last job an institution counts as one that wants something',
    example: '60000',
  }),
  SMALL_JOBS_RUNNING_PER_INSTITUTION: wholeNumber().min(0).max(1_000).default(2).meta({
    description: 'How many more, when they have at most 1,000 lines or a file of at most 256 KiB',
    example: '2',
  }),
  JOB_SILENCE_MS: wholeNumber().min(100).default(60_000).meta({
    description:
      'After so long without progress a running job is asked for again, a queued one after half of it; then twice as late each time',
    example: '60000',
  }),
  JOB_ATTEMPTS_MAX: wholeNumber().min(1).max(20).default(7).meta({
    description: 'How often a job is asked for again in vain before it has failed',
    example: '7',
  }),
  ACTIVITY_LIFETIME_DAYS: wholeNumber().min(1).max(36_500).default(1_095).meta({
    description: 'How long it is kept who did what',
    example: '1095',
  }),
  TEMPLATE_LIFETIME_MS: shared.TEMPLATE_LIFETIME_MS,
  UPLOAD_LIFETIME_MS: shared.UPLOAD_LIFETIME_MS,
  REPORT_LIFETIME_MS: shared.REPORT_LIFETIME_MS,
});

/** Variables of this service, and of every service. */
export class GatewayConfig extends configClass(config) {}
