import type { FieldKind } from '@roundtrip/contracts';
import type { Authorisation, Criterion } from '../api/answers.js';
import type { Words } from '../words/en.js';

/** A field that a rule may name, as the editor offers it. */
export interface RuleField {
  /** e.g. `contact.city`, `criteria.PROFESSION`, `authorisations.EMAIL` */
  field: string;
  label: string;
  /** As a sentence names it. */
  said: string;
  group: 'contact' | 'criteria' | 'authorisations';
  kind: FieldKind;
  /** Of a list: what may be chosen, inactive values included, as contacts may still hold them. */
  values: readonly { value: string; label: string }[];
}

type ContactFieldName = keyof Words['contact']['fields'];

const contactKinds: readonly { name: ContactFieldName; kind: FieldKind }[] = [
  { name: 'contactNumber', kind: 'TEXT' },
  { name: 'kind', kind: 'LIST' },
  { name: 'title', kind: 'TEXT' },
  { name: 'lastName', kind: 'TEXT' },
  { name: 'firstName', kind: 'TEXT' },
  { name: 'company', kind: 'TEXT' },
  { name: 'email', kind: 'TEXT' },
  { name: 'phone', kind: 'TEXT' },
  { name: 'mobile', kind: 'TEXT' },
  { name: 'street', kind: 'TEXT' },
  { name: 'postcode', kind: 'TEXT' },
  { name: 'city', kind: 'TEXT' },
  { name: 'country', kind: 'LIST' },
  { name: 'language', kind: 'TEXT' },
  { name: 'birthDate', kind: 'DATE' },
];

/** ISO 3166-1 alpha-2. */
const countries =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

function contactValues(name: ContactFieldName, words: Words, language: string): RuleField['values'] {
  if (name === 'kind') {
    return (['person', 'organisation'] as const).map((value) => ({ value, label: words.contact.kinds[value] }));
  }
  if (name !== 'country') return [];
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return countries
    .map((value) => ({ value, label: `${names.of(value) ?? value} (${value})` }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
}

/** Everything that a rule of this institution may ask for. */
export function ruleFieldsOf(
  criteria: readonly Criterion[],
  authorisations: readonly Authorisation[],
  words: Words,
  language: string,
): RuleField[] {
  const ofContact = contactKinds.map(({ name, kind }): RuleField => ({
    field: `contact.${name}`,
    label: words.contact.fields[name],
    said: words.rule.said.field(words.contact.fields[name]),
    group: 'contact',
    kind,
    values: contactValues(name, words, language),
  }));
  const ofCriteria = criteria.map(({ code, name, kind, values }): RuleField => ({
    field: `criteria.${code}`,
    label: name,
    said: words.rule.said.field(name),
    group: 'criteria',
    kind,
    values: values.map((value) => ({ value: value.code, label: `${value.name} (${value.code})` })),
  }));
  const ofAuthorisations = authorisations.map(({ code, name }): RuleField => ({
    field: `authorisations.${code}`,
    // Many are called as a field of the contact is: E-mail, Phone.
    label: words.rule.authorisation(name),
    said: words.rule.said.authorisation(name),
    group: 'authorisations',
    kind: 'AUTHORISATION',
    values: [],
  }));
  return [...ofContact, ...ofCriteria, ...ofAuthorisations];
}
