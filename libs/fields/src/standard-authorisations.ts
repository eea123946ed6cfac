import type { Language } from '@roundtrip/contracts';

/** The seven that a new institution starts with, named in each language of the mails. They are data: an institution changes them as it likes. */
const names = {
  CNIL_O: {
    en: 'Communication from the institution',
    fr: 'Communication de l’établissement',
    de: 'Nachrichten der Institution',
    it: 'Comunicazioni dell’istituzione',
    es: 'Comunicaciones de la institución',
  },
  PARTNER: {
    en: 'Communication from partners',
    fr: 'Communication des partenaires',
    de: 'Nachrichten von Partnern',
    it: 'Comunicazioni dei partner',
    es: 'Comunicaciones de socios',
  },
  CNIL_T: {
    en: 'Transmission to third parties',
    fr: 'Transmission à des tiers',
    de: 'Weitergabe an Dritte',
    it: 'Trasmissione a terzi',
    es: 'Transmisión a terceros',
  },
  SMS_MMS: { en: 'SMS and MMS', fr: 'SMS et MMS', de: 'SMS und MMS', it: 'SMS e MMS', es: 'SMS y MMS' },
  LETTER: { en: 'Letter', fr: 'Courrier', de: 'Brief', it: 'Lettera', es: 'Carta' },
  PHONE: { en: 'Phone', fr: 'Téléphone', de: 'Telefon', it: 'Telefono', es: 'Teléfono' },
  EMAIL: { en: 'E-mail', fr: 'E-mail', de: 'E-Mail', it: 'E-mail', es: 'Correo electrónico' },
} as const;

export const standardAuthorisations = (language: Language): { code: string; name: string }[] =>
  Object.entries(names).map(([code, name]) => ({ code, name: name[language] }));
