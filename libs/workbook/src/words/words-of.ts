import type { Language } from '@roundtrip/contracts';
import { english } from './en.js';
import { french } from './fr.js';
import type { SheetWords } from './words.js';

const languages: Readonly<Record<Language, SheetWords>> = { en: english, fr: french };

export const wordsOf = (language: Language): SheetWords => languages[language];
