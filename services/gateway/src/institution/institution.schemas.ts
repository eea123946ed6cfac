import { delimiter, language, role } from '@roundtrip/contracts';
import { isName } from '@roundtrip/fields';
import { z } from 'zod';
import { saying } from '../http/zod-pointers.js';

const domain = z
  .string()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i, saying('domain-form'))
  .transform((text) => text.toLowerCase());

const MOST_GROUPS = 100;

const groupRole = z.strictObject({
  group: z.string().trim().min(1).max(200).describe('As the provider names it, letter by letter'),
  role,
});

export const institutionSettings = z.strictObject({
  name: z.string().refine(isName, saying('name-form')),
  delimiter: delimiter.describe('Between the cells of the files that we make; ; is what French and German Excel needs'),
  language: language.describe('Of answers, mails and files for who asks for no other'),
  allowedEmailDomains: z
    .array(domain)
    .max(100)
    .describe('Where mails may go, and bring a file along; empty: anywhere, with a link and never with a file'),
  groupRoles: z
    .array(groupRole)
    .max(MOST_GROUPS)
    .refine((all) => new Set(all.map(({ group }) => group)).size === all.length, saying('groups-twice'))
    .optional()
    .describe(
      'What people of a group of the sign-in provider may do here; of several groups the highest role counts. Absent: as it is',
    ),
});

export const institutionBody = z
  .object({
    institutionId: z.string(),
    ...institutionSettings.shape,
    allowedEmailDomains: z.array(z.string()),
    groupRoles: z.array(z.object({ group: z.string(), role })).describe('Empty: nobody signs in by the provider'),
  })
  .meta({ id: 'Institution' });
