import { pseudoLanguage } from '@roundtrip/words/console';

/** In which language the API is to answer: that of the page, as its root element says it. Of the pseudo-language it has no words. */
export function askedLanguage(): string {
  const { lang } = document.documentElement;
  return lang === pseudoLanguage ? 'en' : lang;
}
