import type { Language } from '@roundtrip/contracts/words';
import { sheets as german } from './languages/de/sheets.js';
import { sheets as english } from './languages/en/sheets.js';
import { sheets as spanish } from './languages/es/sheets.js';
import { sheets as french } from './languages/fr/sheets.js';
import { sheets as italian } from './languages/it/sheets.js';
import { localeOf } from './locales.js';
import { type Spoken, spoken, type Translated } from './spoken.js';

const sheets: Readonly<Record<Language, Translated<typeof english>>> = {
  en: english,
  fr: french,
  de: german,
  it: italian,
  es: spanish,
};

export type SheetMessages = Spoken<typeof english>;

/** What a workbook says beside its table. */
export const sheetMessages = (language: Language): SheetMessages =>
  spoken(localeOf[language], sheets[language], english);
