import { isLanguage, type Language } from '@roundtrip/contracts/words';
import {
  type ConsoleLanguage,
  type ConsoleWords,
  consoleWords,
  loadMessages,
  pseudoLanguage,
} from '@roundtrip/words/console';
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Formats, formatsOf, variantOf } from './format.js';

const STORED = 'roundtrip.language';
const isShown = (text: string | null): text is ConsoleLanguage => text === pseudoLanguage || isLanguage(text);

/** What the address asks for (`?language=fr`), what was chosen last, or the language of the browser. */
function wantedLanguage(): ConsoleLanguage {
  const asked = [new URLSearchParams(location.search).get('language'), localStorage.getItem(STORED)];
  return asked.find(isShown) ?? navigator.languages.map((one) => one.split('-')[0]).find(isLanguage) ?? 'en';
}

/** A language with all that is needed to speak it. */
export interface LoadedLanguage {
  language: ConsoleLanguage;
  words: ConsoleWords;
  formats: Formats;
}

async function load(language: ConsoleLanguage): Promise<LoadedLanguage> {
  const locale = variantOf(language === pseudoLanguage ? 'en' : language);
  return {
    language,
    words: consoleWords(locale, await loadMessages(language)),
    formats: formatsOf(locale),
  };
}

/** English is there in any case. */
export const loadFirst = (): Promise<LoadedLanguage> => load(wantedLanguage()).catch(() => load('en'));

interface CurrentLanguage extends LoadedLanguage {
  speak(language: Language): void;
}
const LanguageContext = createContext<CurrentLanguage | undefined>(undefined);

interface LanguageProviderProps {
  first: LoadedLanguage;
  children: ReactNode;
}

export function LanguageProvider({ first, children }: LanguageProviderProps) {
  const [loaded, setLoaded] = useState(first);
  const wanted = useRef<ConsoleLanguage>(first.language);
  const { language } = loaded;
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo<CurrentLanguage>(
    () => ({
      ...loaded,
      speak(next) {
        wanted.current = next;
        void load(next).then(
          (there) => {
            // A later choice may have been there sooner.
            if (wanted.current !== next) return;
            localStorage.setItem(STORED, next);
            setLoaded(there);
          },
          // What cannot be fetched is not spoken; the page goes on in its language.
          () => undefined,
        );
      },
    }),
    [loaded],
  );
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}

export function useLanguage(): CurrentLanguage {
  const spoken = useContext(LanguageContext);
  if (!spoken) throw new Error('There is no language here.');
  return spoken;
}

export const useWords = (): ConsoleWords => useLanguage().words;
export const useFormats = (): Formats => useLanguage().formats;
