/**
 * The columns of the ordinary contact import in the order of the product's description, and the property of the contact that each fills.
 * CONTACT_NUMBER identifies the contact and is never changed.
 */
export const contactColumns = [
  { column: 'CONTACT_NUMBER', path: 'contactNumber', kind: 'TEXT' },
  { column: 'KIND', path: 'kind', kind: 'LIST' },
  { column: 'TITLE', path: 'title', kind: 'TEXT' },
  { column: 'LAST_NAME', path: 'lastName', kind: 'TEXT' },
  { column: 'FIRST_NAME', path: 'firstName', kind: 'TEXT' },
  { column: 'COMPANY', path: 'company', kind: 'TEXT' },
  { column: 'EMAIL', path: 'email', kind: 'TEXT' },
  { column: 'PHONE', path: 'phone', kind: 'TEXT' },
  { column: 'MOBILE', path: 'mobile', kind: 'TEXT' },
  { column: 'STREET', path: 'street', kind: 'TEXT' },
  { column: 'POSTCODE', path: 'postcode', kind: 'TEXT' },
  { column: 'CITY', path: 'city', kind: 'TEXT' },
  { column: 'COUNTRY', path: 'country', kind: 'LIST' },
  { column: 'LANGUAGE', path: 'language', kind: 'TEXT' },
  { column: 'BIRTH_DATE', path: 'birthDate', kind: 'DATE' },
] as const;
export type ContactColumn = (typeof contactColumns)[number]['column'];

/** Columns of a template that say who a line is about. */
export const personColumns = ['CONTACT_NUMBER', 'EMAIL', 'LAST_NAME', 'FIRST_NAME'] as const;
