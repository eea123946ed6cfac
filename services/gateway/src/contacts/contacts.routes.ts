import { criterionKind, fieldValue, requester } from '@roundtrip/contracts';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.js';
import { route } from '../http/route.js';

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

const shared = { method: 'get', tag: 'Contacts', role: 'viewer' } as const;

export const listContacts = route({
  ...shared,
  operation: 'listContacts',
  path: '/v1/contacts',
  summary: 'Contacts by number.',
  description:
    'A page may hold fewer contacts than `limit`, even none, while `nextCursor` is given: the search goes on there.',
  query: pageQuery.extend({
    query: z
      .string()
      .max(200)
      .optional()
      .describe('Beginning of the contact number, a name, the company or the e-mail address; any case'),
  }),
  answers: { 200: { description: 'A page of contacts.', schema: pageOf(contactSummary) } },
  problems: { 429: ['TOO_MANY_AT_ONCE'], 503: ['TOOK_TOO_LONG'] },
});

export const getContact = route({
  ...shared,
  operation: 'getContact',
  path: '/v1/contacts/{contactNumber}',
  summary: 'One contact with all of its fields.',
  answers: { 200: { description: 'The contact.', schema: contactBody } },
});

export const getContactHistory = route({
  ...shared,
  operation: 'getContactHistory',
  path: '/v1/contacts/{contactNumber}/history',
  summary: 'Every change of a contact, the newest first: the proof of consent.',
  query: pageQuery,
  answers: { 200: { description: 'A page of changes.', schema: pageOf(contactChange) } },
});
