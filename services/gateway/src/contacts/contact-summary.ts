import type { ContactDocument } from '@roundtrip/database';
import type { z } from 'zod';
import type { contactSummary } from './contacts.schemas.js';

type SummaryField =
  'contactNumber' | 'kind' | 'title' | 'lastName' | 'firstName' | 'company' | 'email' | 'city' | 'country';
export type ContactSummary = z.output<typeof contactSummary>;
export type ContactSummaryDocument = Pick<ContactDocument, SummaryField>;

/** For a projection: what lists of contacts show. */
export const contactSummaryFields: Record<SummaryField, 1> = {
  contactNumber: 1,
  kind: 1,
  title: 1,
  lastName: 1,
  firstName: 1,
  company: 1,
  email: 1,
  city: 1,
  country: 1,
};

export const toContactSummary = (contact: ContactSummaryDocument): ContactSummary => ({
  contactNumber: contact.contactNumber,
  kind: contact.kind,
  title: contact.title ?? null,
  lastName: contact.lastName ?? null,
  firstName: contact.firstName ?? null,
  company: contact.company ?? null,
  email: contact.email ?? null,
  city: contact.city ?? null,
  country: contact.country ?? null,
});
