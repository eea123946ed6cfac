import { english } from './languages/en/console/index.js';
import type { SpokenLanguage } from './locales.js';
import { type Spoken, spoken, type Translated } from './spoken.js';

export { languageNames, type SpokenLanguage, spokenLanguages } from './locales.js';
export { typeset } from './typography.js';
export { english };

/** What the console says by itself: labels, hints and questions. What services say is not among it. */
export type ConsoleMessages = Translated<typeof english>;
export type ConsoleWords = Spoken<typeof english>;

/** Nobody's language, made of English, to see what was never a message and what has no room. */
export const pseudoLanguage = 'qps';
export type ConsoleLanguage = SpokenLanguage | typeof pseudoLanguage;

/** A page brings English, and of the others the one that is read. */
const loaders: Readonly<Record<ConsoleLanguage, () => Promise<ConsoleMessages>>> = {
  en: () => Promise.resolve(english),
  fr: async () => (await import('./languages/fr/console/index.js')).messages,
  de: async () => (await import('./languages/de/console/index.js')).messages,
  it: async () => (await import('./languages/it/console/index.js')).messages,
  es: async () => (await import('./languages/es/console/index.js')).messages,
  [pseudoLanguage]: async () => (await import('./pseudo.js')).pseudoMessages(english),
};

export const loadMessages = (language: ConsoleLanguage): Promise<ConsoleMessages> => loaders[language]();

/** @param locale such as `en-GB`: how its numbers are written */
export const consoleWords = (locale: string, messages: ConsoleMessages): ConsoleWords =>
  spoken(locale, messages, english);
