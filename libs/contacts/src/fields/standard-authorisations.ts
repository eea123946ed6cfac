import type { Language } from '@roundtrip/contracts';
import { contactId } from '../contact-id.js';
import type { AuthorisationDocument } from '../documents.js';

/** The seven that a new institution starts with (product.md §1), named in each language of the mails. They are data: an institution changes them as it likes. */
const names = {
  CNIL_O: { en: 'Communication from the institution', fr: 'Communication de l’établissement' },
  PARTNER: { en: 'Communication from partners', fr: 'Communication des partenaires' },
  CNIL_T: { en: 'Transmission to third parties', fr: 'Transmission à des tiers' },
  SMS_MMS: { en: 'SMS and MMS', fr: 'SMS et MMS' },
  LETTER: { en: 'Letter', fr: 'Courrier' },
  PHONE: { en: 'Phone', fr: 'Téléphone' },
  EMAIL: { en: 'E-mail', fr: 'E-mail' },
} as const;

export const standardAuthorisations = (language: Language): { code: string; name: string }[] =>
  Object.entries(names).map(([code, name]) => ({ code, name: name[language] }));

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
