import { services } from '@roundtrip/contracts';
import { baseConfig } from '@roundtrip/service';
import { z } from 'zod';
import { secretVariable } from './secret-variable.js';

const stores = ['kafka', 'mongo', 's3'] as const;
const listOfStores = new RegExp(`^(${stores.join('|')})(,(${stores.join('|')}))*$`);

/** Where the stores are: the same variables as those of the services. They sign in as somebody who may make what is missing. */
export const config = baseConfig
  .pick({
    KAFKA_BROKERS: true,
    KAFKA_SASL_MECHANISM: true,
    KAFKA_SASL_USERNAME: true,
    KAFKA_SASL_PASSWORD: true,
    KAFKA_TLS: true,
    KAFKA_CA_FILE: true,
    MONGO_URL: true,
    MONGO_CA_FILE: true,
    S3_ENDPOINT: true,
    S3_ACCESS_KEY: true,
    S3_SECRET_KEY: true,
    S3_REGION: true,
    S3_CA_FILE: true,
  })
  .extend({
    CONTRACT_STORE: z.stringbool().default(false).meta({
      description: 'No service of an older release runs any more: what only they read may go',
      example: 'true',
    }),
    MAKE_USERS_IN: z
      .string()
      .regex(listOfStores, `must be some of ${stores.join(', ')}, separated by commas`)
      .transform((text) => text.split(',') as (typeof stores)[number][])
      .optional()
      .meta({ description: 'The stores in which each service gets a user of its name', example: stores.join(',') }),
    ...(Object.fromEntries(services.map((service) => [secretVariable(service), secretOf(service)])) as Record<
      ReturnType<typeof secretVariable>,
      ReturnType<typeof secretOf>
    >),
  });

function secretOf(service: string) {
  return z
    .string()
    .min(16, 'must have 16 characters or more')
    .regex(/^[\w-]+$/, 'must consist of letters, digits, _ and -, since it stands in an address')
    .optional()
    .meta({ description: `The password of the user ${service}`, example: 'a long secret' });
}
