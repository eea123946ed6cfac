import { z } from 'zod';
import {
  conflictPolicies,
  criterionKinds,
  dataTypes,
  delimiters,
  fieldKinds,
  fileEncodings,
  importActions,
  importPhases,
  importStates,
  languages,
  roles,
  templateDataTypes,
  templateFormats,
  templateStates,
} from './words/product-words.js';

export const dataType = z.enum(dataTypes);
export const templateDataType = z.enum(templateDataTypes);
export const templateFormat = z.enum(templateFormats);
export const importAction = z.enum(importActions);
export const onConflict = z.enum(conflictPolicies);
export const fileEncoding = z.enum(fileEncodings);
export const role = z.enum(roles);
export const language = z.enum(languages);
export const delimiter = z.enum(delimiters);
export const criterionKind = z.enum(criterionKinds);
export const fieldKind = z.enum(fieldKinds);
export const templateState = z.enum(templateStates);
export const importState = z.enum(importStates);
export const importPhase = z.enum(importPhases);

/** Who asked: the API key, never a person's address. */
export const requester = z.object({ keyId: z.string(), name: z.string(), role });
export type Requester = z.infer<typeof requester>;
