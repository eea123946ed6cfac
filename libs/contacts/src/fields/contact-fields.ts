import type { ContactDocument, CriterionValueDocument } from '../documents.js';
import { countryCodes } from './countries.js';

export type ContactProperty = Exclude<
  keyof ContactDocument,
  | '_id'
  | 'institution'
  | 'criteria'
  | 'authorisations'
  | 'searchKeys'
  | 'valid'
  | 'anonymised'
  | 'rev'
  | 'lastChange'
  | 'createdAt'
  | 'updatedAt'
>;

/** A column of the ordinary contact import, and the property of the contact that it fills. */
export interface ContactFieldDefinition {
  /** Header cell, e.g. `LAST_NAME`. */
  column: string;
  /** Path in the contact document, e.g. `lastName`. */
  path: ContactProperty;
  /** How plans, change logs and rules call it, e.g. `contact.lastName`. */
  planPath: `contact.${ContactProperty}`;
  name: string;
  kind: 'TEXT' | 'LIST' | 'DATE';
  /** Longest text, in characters. */
  maxLength: number;
  /** Every contact has one: `Empty` does not remove it. */
  required: boolean;
  /** Of a LIST. */
  values: readonly CriterionValueDocument[];
}

const valuesOf = (codes: readonly string[]): CriterionValueDocument[] =>
  codes.map((code, index) => ({ code, name: code, rank: index + 1, active: true }));

const regionNames = new Intl.DisplayNames(['en'], { type: 'region' });
const countries = valuesOf(countryCodes).map((value) => ({ ...value, name: regionNames.of(value.code) ?? value.code }));

function contactField(
  column: string,
  path: ContactProperty,
  name: string,
  more: Partial<Pick<ContactFieldDefinition, 'kind' | 'maxLength' | 'required' | 'values'>> = {},
): ContactFieldDefinition {
  const defaults = { kind: 'TEXT', maxLength: 200, required: false, values: [] } as const;
  return { ...defaults, column, path, planPath: `contact.${path}`, name, ...more };
}

/** In the order of the product's description; CONTACT_NUMBER identifies the contact and is never changed. */
export const contactFields: readonly ContactFieldDefinition[] = [
  contactField('CONTACT_NUMBER', 'contactNumber', 'Contact number', { maxLength: 20, required: true }),
  contactField('KIND', 'kind', 'Kind', { kind: 'LIST', required: true, values: valuesOf(['person', 'organisation']) }),
  contactField('TITLE', 'title', 'Title', { maxLength: 40 }),
  contactField('LAST_NAME', 'lastName', 'Last name'),
  contactField('FIRST_NAME', 'firstName', 'First name'),
  contactField('COMPANY', 'company', 'Company'),
  contactField('EMAIL', 'email', 'E-mail', { maxLength: 254 }),
  contactField('PHONE', 'phone', 'Phone', { maxLength: 40 }),
  contactField('MOBILE', 'mobile', 'Mobile', { maxLength: 40 }),
  contactField('STREET', 'street', 'Street'),
  contactField('POSTCODE', 'postcode', 'Postcode', { maxLength: 20 }),
  contactField('CITY', 'city', 'City'),
  contactField('COUNTRY', 'country', 'Country', { kind: 'LIST', values: countries }),
  contactField('LANGUAGE', 'language', 'Language', { maxLength: 35 }),
  contactField('BIRTH_DATE', 'birthDate', 'Birth date', { kind: 'DATE' }),
];

/**
 * No column of any file: making a contact sets it, and undoing that takes it away again. The contact is then out of use, with all of
 * its history. Change logs name it, reports do not show it.
 */
export const inUsePath = 'valid';

/** The path in the contact document of a field as plans and change logs name it: `contact.lastName` → `lastName`. */
export const documentPath = (planPath: string): string =>
  planPath.startsWith('contact.') ? planPath.slice('contact.'.length) : planPath;
