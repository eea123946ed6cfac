import type { IssueCode } from '@roundtrip/contracts';
import type { Language } from '@roundtrip/contracts/words';
import { activities as germanActivities } from './languages/de/activities.js';
import { codes as germanCodes } from './languages/de/codes.js';
import { faults as germanFaults } from './languages/de/faults.js';
import { requests as germanRequests } from './languages/de/requests.js';
import { sentences as german } from './languages/de/sentences.js';
import { activities as englishActivities } from './languages/en/activities.js';
import { codes as englishCodes } from './languages/en/codes.js';
import { faults as englishFaults } from './languages/en/faults.js';
import { requests as englishRequests } from './languages/en/requests.js';
import { sentences as english } from './languages/en/sentences.js';
import { activities as spanishActivities } from './languages/es/activities.js';
import { codes as spanishCodes } from './languages/es/codes.js';
import { faults as spanishFaults } from './languages/es/faults.js';
import { requests as spanishRequests } from './languages/es/requests.js';
import { sentences as spanish } from './languages/es/sentences.js';
import { activities as frenchActivities } from './languages/fr/activities.js';
import { codes as frenchCodes } from './languages/fr/codes.js';
import { faults as frenchFaults } from './languages/fr/faults.js';
import { requests as frenchRequests } from './languages/fr/requests.js';
import { sentences as french } from './languages/fr/sentences.js';
import { activities as italianActivities } from './languages/it/activities.js';
import { codes as italianCodes } from './languages/it/codes.js';
import { faults as italianFaults } from './languages/it/faults.js';
import { requests as italianRequests } from './languages/it/requests.js';
import { sentences as italian } from './languages/it/sentences.js';
import type { Translated } from './spoken.js';

/** What services and the console say, outside the console's own labels. */
export interface Catalogue {
  sentences: Translated<typeof english & typeof englishRequests & typeof englishActivities>;
  /** What each code of what can be wrong with a file, a line or a cell, or has ended a job, means and what to do, in general. */
  codes: Readonly<Record<IssueCode, string>> & Translated<typeof englishFaults>;
}

export const catalogues: Readonly<Record<Language, Catalogue>> = {
  en: {
    sentences: { ...english, ...englishRequests, ...englishActivities },
    codes: { ...englishCodes, ...englishFaults },
  },
  fr: { sentences: { ...french, ...frenchRequests, ...frenchActivities }, codes: { ...frenchCodes, ...frenchFaults } },
  de: { sentences: { ...german, ...germanRequests, ...germanActivities }, codes: { ...germanCodes, ...germanFaults } },
  it: {
    sentences: { ...italian, ...italianRequests, ...italianActivities },
    codes: { ...italianCodes, ...italianFaults },
  },
  es: {
    sentences: { ...spanish, ...spanishRequests, ...spanishActivities },
    codes: { ...spanishCodes, ...spanishFaults },
  },
};
