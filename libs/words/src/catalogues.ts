import type { Language } from '@roundtrip/contracts/words';
import { sentences as english } from './languages/en/sentences.js';
import { sentences as french } from './languages/fr/sentences.js';
import type { Translated } from './spoken.js';

/** What services and the console say, outside the console's own labels. */
export interface Catalogue {
  sentences: Translated<typeof english>;
}

export const catalogues: Readonly<Record<Language, Catalogue>> = {
  en: { sentences: english },
  fr: { sentences: french },
};
