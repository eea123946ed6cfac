import type { Language } from '@roundtrip/contracts/words';
import { type ConsoleLanguage, pseudoLanguage } from '@roundtrip/words/console';

/** The language of the API for that of a page: of the pseudo-language it has no words. */
export const languageOfApi = (language: ConsoleLanguage): Language => (language === pseudoLanguage ? 'en' : language);

/** In which language the API is to answer: that of the page, as its root element says it. */
export const askedLanguage = (): Language => languageOfApi(document.documentElement.lang as ConsoleLanguage);

/** What is refused is said in every language at once: a page that changes its own says it anew without sending it again. */
export const askedWords = (): Record<string, string> => ({
  'accept-language': askedLanguage(),
  prefer: 'translations',
});
