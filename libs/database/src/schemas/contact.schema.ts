import { contactFields } from '@roundtrip/fields';
import type { ContactDocument } from '../documents.js';
import { date, type Fields, flag, free, number, optionalFlag, optionalText, schemaOf, text } from './schema-of.js';

type OfColumns = Pick<ContactDocument, (typeof contactFields)[number]['path']>;

const ofColumns = Object.fromEntries(
  contactFields.map(({ path, kind, maxLength, required, values }) => [
    path,
    {
      type: String,
      required,
      ...(kind === 'TEXT' ? { maxlength: maxLength } : {}),
      ...(kind === 'LIST' ? { enum: values.map((value) => value.code) } : {}),
      ...(kind === 'DATE' ? { match: /^\d{4}-\d\d-\d\d$/ } : {}),
    },
  ]),
) as unknown as Fields<OfColumns>;

/** `_id` alone serves the hot paths; the other index is for finding a person by number, name or address, on the screen and by a rule. */
export const contacts = schemaOf<ContactDocument>({
  ...ofColumns,
  _id: text,
  institution: text,
  // By the codes of the institution.
  criteria: free,
  authorisations: free,
  searchKeys: { type: [String], default: undefined },
  valid: optionalFlag,
  anonymised: flag,
  rev: { ...number, min: 1 },
  lastChange: optionalText,
  createdAt: date,
  updatedAt: date,
}).index({ searchKeys: 1 });
