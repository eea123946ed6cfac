/** What there are words in; `languages` of the contracts is what may be chosen. */
export const spokenLanguages = ['en', 'fr', 'de', 'it', 'es'] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

/** Each in its own language, as a list of languages shows it. */
export const languageNames: Readonly<Record<SpokenLanguage, string>> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  it: 'Italiano',
  es: 'Español',
};

/** How numbers and dates are written where a program does not know the reader's own variant. */
export const localeOf: Readonly<Record<SpokenLanguage, string>> = {
  en: 'en-GB',
  fr: 'fr-FR',
  de: 'de-DE',
  it: 'it-IT',
  es: 'es-ES',
};
