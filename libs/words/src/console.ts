import type { Language } from '@roundtrip/contracts/words';
import * as englishParts from './languages/en/console/index.js';
import { type Spoken, spoken, type Translated } from './spoken.js';

export { languageNames } from './locales.js';
export { typeset } from './typography.js';

type Parts = Translated<typeof englishParts>;

/** A language as the console knows it: what is said everywhere, and parts of the page by their names. */
type Together<P extends Parts> = P['shell'] &
  P['product'] &
  Omit<P, 'shell' | 'product' | 'importDetails' | 'spreadsheet'> & {
    readonly import: P['importDetails'] & { readonly spreadsheet: P['spreadsheet'] };
  };

const together = <P extends Parts>({ shell, product, importDetails, spreadsheet, ...pages }: P) =>
  ({ ...shell, ...product, ...pages, import: { ...importDetails, spreadsheet } }) as Together<P>;

export const english = together(englishParts);

/** What the console says by itself: labels, hints and questions. What services say is not among it. */
export type ConsoleMessages = Translated<typeof english>;
export type ConsoleWords = Spoken<typeof english>;

/** Nobody's language, made of English, to see what was never a message and what has no room. */
export const pseudoLanguage = 'qps';
export type ConsoleLanguage = Language | typeof pseudoLanguage;

/** A page brings English, and of the others the one that is read. */
const loaders: Readonly<Record<ConsoleLanguage, () => Promise<ConsoleMessages>>> = {
  en: () => Promise.resolve(english),
  fr: async () => together(await import('./languages/fr/console/index.js')),
  de: async () => together(await import('./languages/de/console/index.js')),
  it: async () => together(await import('./languages/it/console/index.js')),
  es: async () => together(await import('./languages/es/console/index.js')),
  [pseudoLanguage]: async () => (await import('./pseudo.js')).pseudoMessages(english),
};

export const loadMessages = (language: ConsoleLanguage): Promise<ConsoleMessages> => loaders[language]();

/** @param locale such as `en-GB`: how its numbers are written */
export const consoleWords = (locale: string, messages: ConsoleMessages): ConsoleWords =>
  spoken(locale, messages, english);
