import { role } from '@roundtrip/contracts';
import { z } from 'zod';

export const personBody = z
  .object({
    personId: z.string(),
    name: z.string().nullable().describe('Null once the person was erased'),
    email: z.string().nullable(),
    role: role.nullable().describe('Null: none of the groups had a role, and the person was not let in'),
    groups: z.array(z.string()).describe('As the provider named them last'),
    firstSignInAt: z.iso.datetime(),
    lastSignInAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime().nullable().describe('To the minute'),
    sessions: z.int().describe('How many browsers are signed in'),
    erased: z.boolean(),
  })
  .meta({ id: 'Person' });

export const groupsBody = z
  .object({
    items: z.array(z.object({ group: z.string(), people: z.int().describe('How many people have it') })),
  })
  .meta({ id: 'GroupsSeen' });
