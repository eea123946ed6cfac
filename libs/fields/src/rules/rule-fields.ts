import type { FieldKind } from '@roundtrip/contracts';
import { contactFields } from '../contact-fields.js';
import type { Definitions } from '../definitions.js';

export interface RuleField {
  /** Path in the contact document. Comes from the definitions, never from the rule. */
  path: string;
  kind: FieldKind;
  /** Allowed codes of LIST and MULTI_LIST, inactive ones included: contacts may still hold them. */
  codes: readonly string[];
}

/** Every field that a rule may name, by the name it uses: `contact.city`, `criteria.CODE`, `authorisations.CODE`. */
export function ruleFields(definitions: Definitions): ReadonlyMap<string, RuleField> {
  const ofContact = contactFields.map(
    ({ planPath, path, kind, values }) => [planPath, { path, kind, codes: values.map((value) => value.code) }] as const,
  );
  const ofInstitution = [...definitions.criteria, ...definitions.authorisations].map(
    ({ path, kind, values }) => [path, { path, kind, codes: values.map((value) => value.code) }] as const,
  );
  return new Map<string, RuleField>([...ofContact, ...ofInstitution]);
}
