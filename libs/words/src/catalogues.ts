import type { Language } from '@roundtrip/contracts/words';
import { faults as englishFaults } from './languages/en/faults.js';
import { requests as englishRequests } from './languages/en/requests.js';
import { sentences as english } from './languages/en/sentences.js';
import { faults as frenchFaults } from './languages/fr/faults.js';
import { requests as frenchRequests } from './languages/fr/requests.js';
import { sentences as french } from './languages/fr/sentences.js';
import type { Translated } from './spoken.js';

/** What services and the console say, outside the console's own labels. */
export interface Catalogue {
  sentences: Translated<typeof english & typeof englishRequests>;
  faults: Translated<typeof englishFaults>;
}

export const catalogues: Readonly<Record<Language, Catalogue>> = {
  en: { sentences: { ...english, ...englishRequests }, faults: englishFaults },
  fr: { sentences: { ...french, ...frenchRequests }, faults: frenchFaults },
};
