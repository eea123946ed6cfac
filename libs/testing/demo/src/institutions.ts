import type { Rule } from '@roundtrip/contracts';
import type { GroupRole, InstitutionDocument } from '@roundtrip/database';
import { standardAuthorisations } from '@roundtrip/fields';
import { boolean, date, type DemoCriterion, inactive, list, multiList, number, text } from './demo-fields.js';

/** What a made-up institution is like; how many contacts it has and what it is called is said where it is made. */
export interface DemoInstitution extends Pick<InstitutionDocument, 'delimiter' | 'language' | 'allowedEmailDomains'> {
  name: string;
  criteria: readonly DemoCriterion[];
  authorisations: readonly { code: string; name: string }[];
  targets: readonly { code: string; name: string; rule: Rule }[];
  /** What a group at the OpenID provider may do here; the highest of a person's roles counts. */
  groupRoles: readonly GroupRole[];
}

/** The theatre of the demonstration: all kinds of criteria, inactive ones and inactive values among them. */
export const theatre: DemoInstitution = {
  name: 'Théâtre des Deux Rives',
  delimiter: ',',
  language: 'en',
  allowedEmailDomains: ['example.org'],
  groupRoles: [
    { group: 'theatre-readers', role: 'viewer' },
    { group: 'theatre-marketing', role: 'editor' },
    { group: 'theatre-data', role: 'operator' },
    { group: 'theatre-direction', role: 'admin' },
  ],
  criteria: [
    list(['PROFESSION', 'Profession'], 0.8, [
      'TEACHER: Schoolteacher',
      'STUDENT: Student',
      'EMPLOYEE: Employee',
      'SELF_EMPLOYED: Self-employed',
      'ARTIST: Artist',
      'RETIRED: Retired',
      'ÉLU: Elected official',
      '~CLERK: Office clerk',
    ]),
    multiList(['INTERESTS', 'Interests'], 0.85, [
      'THEATRE: Theatre',
      'OPERA: Opera',
      'DANCE: Dance',
      'CONCERT: Concerts',
      'YOUTH: Young audience',
      'CIRCUS: Circus',
      '~CINEMA: Cinema',
    ]),
    boolean(['SUBSCRIBER', 'Subscriber'], 0.7),
    list(['LOYALTY', 'Loyalty level'], 0.4, ['BRONZE: Bronze', 'SILVER: Silver', 'GOLD: Gold', '+GOLD: Gold plus']),
    number(['SHOWS_SEEN', 'Shows seen'], 0.75, 120),
    number(['DONATIONS', 'Donations of the year'], 0.2, 500, 0.25),
    date(['LAST_VISIT', 'Last visit'], 0.65),
    date(['MEMBER_SINCE', 'Member since'], 0.3),
    text(['NOTES', 'Notes'], 0.25, [
      'Prefers the balcony',
      'Bringt eine Schulklasse mit; 28 Kinder',
      '=guest of honour',
      'Says "call me", but not before 10:00',
      'Empty',
      'Rang 1, außen\nwheelchair',
      '-50 % last season',
      'Très fidèle, à inviter',
    ]),
    multiList(['LANGUAGES', 'Languages spoken'], 0.5, ['fr: French', 'de: German', 'en: English', 'it: Italian']),
    inactive(list(['SEGMENT_2019', 'Segment 2019'], 0.5, ['A: Segment A', 'B: Segment B', 'C: Segment C'])),
    inactive(boolean(['FAX', 'Reads faxes'], 0.1)),
  ],
  authorisations: standardAuthorisations('en'),
  targets: [
    {
      code: 'TEACHERS',
      name: 'Teachers for the young audience',
      rule: {
        all: [
          { field: 'criteria.PROFESSION', is: 'equals', value: 'TEACHER' },
          { field: 'criteria.INTERESTS', is: 'containsAny', value: ['YOUTH', 'CIRCUS'] },
          { field: 'criteria.SUBSCRIBER', is: 'equals', value: true },
          { none: [{ field: 'authorisations.EMAIL', is: 'equals', value: false }] },
        ],
      },
    },
    {
      code: 'SEASON',
      name: 'Reachable by e-mail for the new season',
      rule: {
        all: [
          { field: 'contact.email', is: 'notEmpty' },
          {
            any: [
              { field: 'authorisations.EMAIL', is: 'equals', value: true },
              {
                all: [
                  { field: 'authorisations.EMAIL', is: 'empty' },
                  { field: 'criteria.LOYALTY', is: 'notEmpty' },
                ],
              },
            ],
          },
          { none: [{ field: 'contact.country', is: 'in', value: ['CH', 'GB'] }] },
        ],
      },
    },
    { code: 'EVERYBODY', name: 'Everybody', rule: { all: [] } },
  ],
};

/** A small museum, in French, to show that institutions are kept apart. It shares a code and nothing else with the theatre. */
export const museum: DemoInstitution = {
  name: 'Musée du Vieux Port',
  delimiter: ';',
  language: 'fr',
  allowedEmailDomains: ['example.org'],
  groupRoles: [
    { group: 'musee-lecture', role: 'viewer' },
    { group: 'musee-communication', role: 'editor' },
    { group: 'musee-donnees', role: 'operator' },
    { group: 'musee-direction', role: 'admin' },
  ],
  criteria: [
    list(['PROFESSION', 'Métier'], 0.6, ['PROF: Professeur', 'MARIN: Marin', 'RETRAITÉ: Retraité']),
    multiList(['COLLECTIONS', 'Collections'], 0.7, ['MAQUETTES: Maquettes', 'CARTES: Cartes', 'PHARES: Phares']),
    boolean(['AMI', 'Ami du musée'], 0.8),
    date(['VISITE', 'Dernière visite'], 0.5),
  ],
  authorisations: [
    { code: 'EMAIL', name: 'Courriel' },
    { code: 'COURRIER', name: 'Courrier' },
  ],
  targets: [{ code: 'TOUS', name: 'Tous les contacts', rule: { all: [] } }],
};
