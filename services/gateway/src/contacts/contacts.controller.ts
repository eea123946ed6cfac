import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { type Page, pageOf, pageQuery } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import type { ContactSummary } from './contact-summary.js';
import type { ContactBody, ContactChange } from './contact-view.js';
import { contactBody, contactChange, contactSummary } from './contacts.schemas.js';
import { ContactsService } from './contacts.service.js';

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

@Controller()
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Serves(listContacts)
  list(@Who() who: Principal, @Input() input: RouteInput<typeof listContacts>): Promise<Page<ContactSummary>> {
    const { query = '', ...page } = input.query;
    return this.contacts.search(who, query, page);
  }

  @Serves(getContact)
  get(@Who() who: Principal, @Input() input: RouteInput<typeof getContact>): Promise<ContactBody> {
    return this.contacts.get(who, input.params.contactNumber);
  }

  @Serves(getContactHistory)
  history(@Who() who: Principal, @Input() input: RouteInput<typeof getContactHistory>): Promise<Page<ContactChange>> {
    return this.contacts.history(who, input.params.contactNumber, input.query);
  }
}
