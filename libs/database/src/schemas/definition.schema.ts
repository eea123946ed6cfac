import { criterionKinds } from '@roundtrip/contracts';
import { isDefinitionCode, isName, isValueCode } from '@roundtrip/fields';
import type { AuthorisationDocument, CriterionDocument, CriterionValueDocument } from '../documents.js';
import { flag, number, partOf, schemaOf, text, texts } from './schema-of.js';

const definition = {
  _id: text,
  institution: text,
  code: { ...text, validate: isDefinitionCode },
  name: { ...text, validate: isName },
  rank: number,
  active: flag,
  version: number,
  appliedRequests: texts,
} as const;

const criterionValue = partOf<CriterionValueDocument>({
  code: { ...text, validate: isValueCode },
  name: { ...text, validate: isName },
  rank: number,
  active: flag,
});

/** All definitions of an institution are one range of `_id`: no other index is needed. */
export const criteria = schemaOf<CriterionDocument>({
  ...definition,
  kind: { ...text, enum: criterionKinds },
  values: { type: [criterionValue], required: true },
});

export const authorisations = schemaOf<AuthorisationDocument>(definition);
