import type { CriterionKind, Requester } from '@roundtrip/contracts';
import type { ContactDocument } from '@roundtrip/database';
import { contactFields, type Definitions, inUsePath } from '@roundtrip/fields';
import type { z } from 'zod';
import type { HistoryEntry } from './contact-history.repository.js';
import { toContactSummary } from './contact-summary.js';
import type { contactBody, contactChange } from './contacts.schemas.js';

export type ContactBody = z.output<typeof contactBody>;
export type ContactChange = z.output<typeof contactChange>;

/** Every field of the institution stands there, with or without a value; values of fields that were never defined do not. */
export const toContact = (contact: ContactDocument, { criteria, authorisations }: Definitions): ContactBody => ({
  ...toContactSummary(contact),
  phone: contact.phone ?? null,
  mobile: contact.mobile ?? null,
  street: contact.street ?? null,
  postcode: contact.postcode ?? null,
  language: contact.language ?? null,
  birthDate: contact.birthDate ?? null,
  valid: contact.valid ?? false,
  anonymised: contact.anonymised,
  rev: contact.rev,
  createdAt: contact.createdAt.toISOString(),
  updatedAt: contact.updatedAt.toISOString(),
  criteria: criteria.map(({ code, name, kind, active }) => ({
    code,
    name,
    kind: kind as CriterionKind,
    active,
    value: contact.criteria[code] ?? null,
  })),
  authorisations: authorisations.map(({ code, name, active }) => ({
    code,
    name,
    active,
    value: contact.authorisations[code] ?? null,
  })),
});

export const toChange = (entry: HistoryEntry, by: Requester, definitions: Definitions): ContactChange => ({
  at: entry.at.toISOString(),
  by,
  importId: entry.importId,
  line: entry.line,
  part: entry.part ?? null,
  fields: Object.keys(entry.after)
    .filter((path) => path !== inUsePath)
    .map((path) => ({
      ...describeField(path, definitions),
      before: entry.before[path] ?? null,
      after: entry.after[path] ?? null,
    })),
  overwritten: entry.overwritten ?? false,
});

/** By its path in the contact document; a field may have been defined otherwise when the change was made. */
function describeField(
  path: string,
  { criteria, authorisations }: Definitions,
): { field: string; code: string; name: string } {
  const defined = [...criteria, ...authorisations].find((field) => field.path === path);
  if (defined) return { field: path, code: defined.code, name: defined.name };
  const ofContact = contactFields.find((field) => field.path === path);
  if (ofContact) return { field: ofContact.planPath, code: ofContact.column, name: ofContact.name };
  const code = path.slice(path.indexOf('.') + 1);
  return { field: path, code, name: code };
}
