import { type ContactColumn, contactColumns, contactKinds, countryCodes } from '@roundtrip/contracts';
import type { CriterionValue } from './field-definition.js';

/** A property of the contact document that a file can fill. */
export type ContactProperty = (typeof contactColumns)[number]['path'];

/** A column of the ordinary contact import, and the property of the contact that it fills. */
export interface ContactFieldDefinition {
  /** Header cell, e.g. `LAST_NAME`. */
  column: string;
  /** Path in the contact document, e.g. `lastName`. */
  path: ContactProperty;
  /** How rules and the REST interface call it, e.g. `contact.lastName`; plans and change logs call it by `path`. */
  planPath: `contact.${ContactProperty}`;
  name: string;
  kind: 'TEXT' | 'LIST' | 'DATE';
  /** Longest text, in characters. */
  maxLength: number;
  /** Every contact has one: `Empty` does not remove it. */
  required: boolean;
  /** Of a LIST. */
  values: readonly CriterionValue[];
}

const valuesOf = (codes: readonly string[]): CriterionValue[] =>
  codes.map((code, index) => ({ code, name: code, rank: index + 1, active: true }));

const regionNames = new Intl.DisplayNames(['en'], { type: 'region' });
const countries = valuesOf(countryCodes).map((value) => ({ ...value, name: regionNames.of(value.code) ?? value.code }));

type More = Partial<Pick<ContactFieldDefinition, 'maxLength' | 'required' | 'values'>>;
const more: Record<ContactColumn, { name: string } & More> = {
  CONTACT_NUMBER: { name: 'Contact number', maxLength: 20, required: true },
  KIND: { name: 'Kind', required: true, values: valuesOf(contactKinds) },
  TITLE: { name: 'Title', maxLength: 40 },
  LAST_NAME: { name: 'Last name' },
  FIRST_NAME: { name: 'First name' },
  COMPANY: { name: 'Company' },
  EMAIL: { name: 'E-mail', maxLength: 254 },
  PHONE: { name: 'Phone', maxLength: 40 },
  MOBILE: { name: 'Mobile', maxLength: 40 },
  STREET: { name: 'Street' },
  POSTCODE: { name: 'Postcode', maxLength: 20 },
  CITY: { name: 'City' },
  COUNTRY: { name: 'Country', values: countries },
  LANGUAGE: { name: 'Language', maxLength: 35 },
  BIRTH_DATE: { name: 'Birth date' },
};

/** In the order of the columns. */
export const contactFields: readonly ContactFieldDefinition[] = contactColumns.map((field) => ({
  maxLength: 200,
  required: false,
  values: [],
  ...field,
  ...more[field.column],
  planPath: `contact.${field.path}` as const,
}));

/**
 * No column of any file: making a contact sets it, and undoing that takes it away again. The contact is then out of use, with all of
 * its history. Change logs name it, reports do not show it.
 */
export const inUsePath = 'valid';
