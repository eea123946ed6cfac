import type { Language } from '@roundtrip/contracts/words';

/** Each in its own language, as a list of languages shows it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  it: 'Italiano',
  es: 'Español',
};

/** How numbers and dates are written where a program does not know the reader's own variant. */
export const localeOf: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  fr: 'fr-FR',
  de: 'de-DE',
  it: 'it-IT',
  es: 'es-ES',
};
