import { Schema } from 'mongoose';
import type { ContactDocument } from '../documents.js';
import { contactFields } from '@roundtrip/fields';
import { requiredText, schemaOptions } from './schema-options.js';

const properties = Object.fromEntries(
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
);

const values = { type: Schema.Types.Mixed, required: true } as const;

/** `_id` alone serves the hot paths; the other index is for finding a person by number, name or address, on the screen and by a rule. */
export const contacts = new Schema<ContactDocument>(
  {
    ...properties,
    _id: requiredText,
    institution: requiredText,
    criteria: values,
    authorisations: values,
    searchKeys: { type: [String], default: undefined },
    valid: { type: Boolean },
    anonymised: { type: Boolean, required: true },
    rev: { type: Number, required: true, min: 1 },
    lastChange: { type: String, default: null },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  schemaOptions,
).index({ searchKeys: 1 });
