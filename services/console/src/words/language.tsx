import type { IssueCode } from '@roundtrip/contracts';
import { type Language, languages } from '@roundtrip/contracts/words';
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { en, type Words } from './en.js';
import { explainInEnglish } from './explanations.en.js';
import { explainInFrench } from './explanations.fr.js';
import { type Formats, formatsOf } from './format.js';
import { fr } from './fr.js';

/** Each in its own language. */
export const languageNames: Record<Language, string> = { en: 'English', fr: 'Français' };
const catalogues: Record<Language, Words> = { en, fr };

/** What a code of the API means; nothing where the API's own words are in this language. */
type Explain = (code: string) => string | undefined;
/** What many lines have in common: of each line the API speaks by itself. */
type ExplainGroup = (code: IssueCode) => string | undefined;
const explainers: Record<Language, Explain> = { en: () => undefined, fr: explainInFrench };
const groupExplainers: Record<Language, ExplainGroup> = { en: explainInEnglish, fr: explainInFrench };

const STORED = 'roundtrip.language';
const isLanguage = (text: string | undefined | null): text is Language => languages.some((one) => one === text);

function firstLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((one) => one.split('-')[0]).find(isLanguage) ?? 'en';
}

interface Spoken {
  language: Language;
  words: Words;
  formats: Formats;
  explain: Explain;
  explainGroup: ExplainGroup;
  speak(language: Language): void;
}
const SpokenContext = createContext<Spoken | undefined>(undefined);

/** The language of the browser, or the one that was chosen last. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo<Spoken>(
    () => ({
      language,
      words: catalogues[language],
      formats: formatsOf(language),
      explain: explainers[language],
      explainGroup: groupExplainers[language],
      speak(next) {
        localStorage.setItem(STORED, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

export function useLanguage(): Spoken {
  const spoken = useContext(SpokenContext);
  if (!spoken) throw new Error('There is no language here.');
  return spoken;
}

export const useWords = (): Words => useLanguage().words;
export const useFormats = (): Formats => useLanguage().formats;
