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
import { forgetUnkeptChoice, setUnkeptChoice, unkeptChoice } from './unkept-choice.js';

const STORED = 'roundtrip.language';
const isShown = (text: string | null): text is ConsoleLanguage => text === pseudoLanguage || isLanguage(text);
const addressAsked = (): string | null => new URLSearchParams(location.search).get('language');

/** What the address asks for (`?language=fr`), what was chosen last in this browser, or its own language. */
function wantedLanguage(): ConsoleLanguage {
  const asked = [addressAsked(), localStorage.getItem(STORED)];
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

interface LanguageChanges {
  /** Somebody has chosen it here. */
  choose(language: Language): void;
  /** Who has signed in chose it some day. What the address asks for is spoken on. */
  follow(language: Language): void;
  /** What was chosen is kept with who is signed in. */
  noteKept(language: Language): void;
}

interface CurrentLanguage extends LoadedLanguage, LanguageChanges {
  /** What was chosen here, and is not kept with anybody yet. */
  unkept: Language | undefined;
}
const LanguageContext = createContext<CurrentLanguage | undefined>(undefined);

interface LanguageProviderProps {
  first: LoadedLanguage;
  children: ReactNode;
}

export function LanguageProvider({ first, children }: LanguageProviderProps) {
  const [loaded, setLoaded] = useState(first);
  const [unkept, setUnkept] = useState(unkeptChoice);
  const [isAsked] = useState(() => isShown(addressAsked()));
  const wanted = useRef<ConsoleLanguage>(first.language);
  const { language } = loaded;
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const changes = useMemo<LanguageChanges>(() => {
    const speak = (chosen: Language, isToKeep: boolean): void => {
      wanted.current = chosen;
      void load(chosen).then(
        (there) => {
          // A later choice may have been there sooner.
          if (wanted.current !== chosen) return;
          localStorage.setItem(STORED, chosen);
          if (isToKeep) {
            setUnkeptChoice(chosen);
            setUnkept(chosen);
          }
          setLoaded(there);
        },
        // What cannot be fetched is not spoken; the page goes on in its language.
        () => undefined,
      );
    };
    return {
      choose: (chosen) => speak(chosen, true),
      follow: (chosen) => {
        if (!isAsked && chosen !== wanted.current) speak(chosen, false);
      },
      noteKept: (kept) => {
        // Another one may have been made meanwhile.
        if (unkeptChoice() !== kept) return;
        forgetUnkeptChoice();
        setUnkept(undefined);
      },
    };
  }, [isAsked]);
  const spoken = useMemo<CurrentLanguage>(() => ({ ...loaded, ...changes, unkept }), [loaded, changes, unkept]);
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}

export function useLanguage(): CurrentLanguage {
  const spoken = useContext(LanguageContext);
  if (!spoken) throw new Error('There is no language here.');
  return spoken;
}

export const useWords = (): ConsoleWords => useLanguage().words;
export const useFormats = (): Formats => useLanguage().formats;
