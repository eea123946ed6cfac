import { services } from '@roundtrip/contracts';
import { storeVariables } from '@roundtrip/service';
import { z } from 'zod';
import { secretVariable } from './secret-variable.js';

const stores = ['kafka', 'mongo', 's3'] as const;
const listOfStores = new RegExp(`^(${stores.join('|')})(,(${stores.join('|')}))*$`);

/** Where the stores are: the same variables as those of the services. They sign in as somebody who may make what is missing. */
export const config = storeVariables.extend({
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
