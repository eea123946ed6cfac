import { contactId } from './contact-id.js';
import type { AuthorisationDocument } from './documents.js';

/** Authorisations as a new institution has them: all in use, in this order. */
export const firstAuthorisations = (
  institution: string,
  authorisations: readonly { code: string; name: string }[],
): AuthorisationDocument[] =>
  authorisations.map(({ code, name }, index) => ({
    _id: contactId(institution, code),
    institution,
    code,
    name,
    rank: index + 1,
    active: true,
    version: 1,
    appliedRequests: [],
  }));
