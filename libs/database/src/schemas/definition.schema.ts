import { criterionKinds } from '@roundtrip/contracts';
import { Schema } from 'mongoose';
import type { AuthorisationDocument, CriterionDocument, CriterionValueDocument } from '../documents.js';
import { isDefinitionCode, isName, isValueCode } from '@roundtrip/fields';
import { requiredText, schemaOptions } from './schema-options.js';

const definition = {
  _id: requiredText,
  institution: requiredText,
  code: { ...requiredText, validate: isDefinitionCode },
  name: { ...requiredText, validate: isName },
  rank: { type: Number, required: true },
  active: { type: Boolean, required: true },
  version: { type: Number, required: true },
  appliedRequests: [String],
} as const;

const criterionValue = new Schema<CriterionValueDocument>(
  {
    code: { ...requiredText, validate: isValueCode },
    name: { ...requiredText, validate: isName },
    rank: { type: Number, required: true },
    active: { type: Boolean, required: true },
  },
  { ...schemaOptions, _id: false },
);

/** All definitions of an institution are one range of `_id`: no other index is needed. */
export const criteria = new Schema<CriterionDocument>(
  { ...definition, kind: { ...requiredText, enum: criterionKinds }, values: [criterionValue] },
  schemaOptions,
);

export const authorisations = new Schema<AuthorisationDocument>(definition, schemaOptions);
