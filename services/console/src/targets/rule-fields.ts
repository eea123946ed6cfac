import { contactColumns, contactKinds, countryCodes, type FieldKind } from '@roundtrip/contracts/words';
import type { Authorisation, Criterion } from '@roundtrip/gateway/api';
import type { ConsoleWords } from '@roundtrip/words/console';

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

type ContactFieldName = (typeof contactColumns)[number]['path'];

function contactValues(name: ContactFieldName, words: ConsoleWords, language: string): RuleField['values'] {
  if (name === 'kind') {
    return contactKinds.map((value) => ({ value, label: words.contact.kinds[value] }));
  }
  if (name !== 'country') return [];
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return countryCodes
    .map((value) => ({ value, label: `${names.of(value) ?? value} (${value})` }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
}

/** Everything that a rule of this institution may ask for. */
export function ruleFieldsOf(
  criteria: readonly Criterion[],
  authorisations: readonly Authorisation[],
  words: ConsoleWords,
  language: string,
): RuleField[] {
  const ofContact = contactColumns.map(({ path: name, kind }): RuleField => ({
    field: `contact.${name}`,
    label: words.contact.fields[name],
    said: words.rule.said.field({ name: words.contact.fields[name] }),
    group: 'contact',
    kind,
    values: contactValues(name, words, language),
  }));
  const ofCriteria = criteria.map(({ code, name, kind, values }): RuleField => ({
    field: `criteria.${code}`,
    label: name,
    said: words.rule.said.field({ name }),
    group: 'criteria',
    kind,
    values: values.map((value) => ({ value: value.code, label: `${value.name} (${value.code})` })),
  }));
  const ofAuthorisations = authorisations.map(({ code, name }): RuleField => ({
    field: `authorisations.${code}`,
    // Many are called as a field of the contact is: E-mail, Phone.
    label: words.rule.authorisation({ name }),
    said: words.rule.said.authorisation({ name }),
    group: 'authorisations',
    kind: 'AUTHORISATION',
    values: [],
  }));
  return [...ofContact, ...ofCriteria, ...ofAuthorisations];
}
