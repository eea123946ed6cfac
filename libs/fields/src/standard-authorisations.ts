import type { Language } from '@roundtrip/contracts';

/** The seven that a new institution starts with, named in each language of the mails. They are data: an institution changes them as it likes. */
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
