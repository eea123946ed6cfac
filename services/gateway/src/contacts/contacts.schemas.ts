import { criterionKind, fieldValue, requester } from '@roundtrip/contracts';
import { z } from 'zod';

const text = z.string().nullable();

export const contactSummary = z
  .object({
    contactNumber: z.string(),
    kind: z.enum(['person', 'organisation']),
    title: text,
    lastName: text,
    firstName: text,
    company: text,
    email: text,
    city: text,
    country: text,
  })
  .meta({ id: 'ContactSummary' });

export const contactBody = contactSummary
  .extend({
    phone: text,
    mobile: text,
    street: text,
    postcode: text,
    language: text,
    birthDate: text,
    valid: z.boolean().describe('False: closed, or the import that made the contact was undone'),
    anonymised: z.boolean(),
    rev: z.int().describe('Grows by one with every change'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    criteria: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        kind: criterionKind,
        active: z.boolean(),
        value: fieldValue.describe('Null: none'),
      }),
    ),
    authorisations: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        active: z.boolean(),
        value: z.boolean().nullable().describe('Null: Empty, never stated. That is not False'),
      }),
    ),
  })
  .meta({ id: 'Contact' });

export const contactChange = z
  .object({
    at: z.iso.datetime(),
    by: requester,
    importId: z.string(),
    line: z.int().describe('Row of the file as a spreadsheet shows it'),
    part: z.int().nullable().describe('In a file of several parts: which'),
    fields: z.array(
      z.object({
        field: z.string().describe('e.g. criteria.PROFESSION, authorisations.EMAIL, contact.lastName'),
        code: z.string(),
        name: z.string(),
        before: fieldValue.describe('Null: no value'),
        after: fieldValue.describe('Null: no value'),
      }),
    ),
    overwritten: z.boolean().describe('The value had changed since the file was made, and the file was to win'),
  })
  .meta({ id: 'ContactChange' });
