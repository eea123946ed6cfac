import { delimiter, language } from '@roundtrip/contracts';
import { isName } from '@roundtrip/fields';
import { z } from 'zod';
import { saying } from '../http/zod-pointers.js';

const domain = z
  .string()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i, saying('domain-form'))
  .transform((text) => text.toLowerCase());

export const institutionSettings = z.strictObject({
  name: z.string().refine(isName, saying('name-form')),
  delimiter: delimiter.describe('Between the cells of the files that we make; ; is what French and German Excel needs'),
  language: language.describe('Of answers, mails and files for who asks for no other'),
  allowedEmailDomains: z
    .array(domain)
    .max(100)
    .describe('Where mails may go, and bring a file along; empty: anywhere, with a link and never with a file'),
});

export const institutionBody = z
  .object({ institutionId: z.string(), ...institutionSettings.shape, allowedEmailDomains: z.array(z.string()) })
  .meta({ id: 'Institution' });
