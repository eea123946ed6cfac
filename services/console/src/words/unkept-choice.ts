import { isLanguage, type Language } from '@roundtrip/contracts/words';

/** In this tab, also over a reload and the way to the provider and back. */
const STORED = 'roundtrip.language.unkept';

/** The language that somebody has chosen here, and that no session has taken yet. */
export function unkeptChoice(): Language | undefined {
  const stored = sessionStorage.getItem(STORED);
  return isLanguage(stored) ? stored : undefined;
}

export function setUnkeptChoice(language: Language): void {
  sessionStorage.setItem(STORED, language);
}

/** It is kept, or whoever made it goes: who comes next has chosen nothing. */
export function forgetUnkeptChoice(): void {
  sessionStorage.removeItem(STORED);
}
