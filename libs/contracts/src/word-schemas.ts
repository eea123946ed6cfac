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
  requesterTypes,
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

/** Who asked: a person or an API key, by id, and by name and role as they were then; never an address. */
export const requester = z.object({ type: z.enum(requesterTypes), id: z.string(), name: z.string(), role });
export type Requester = z.infer<typeof requester>;

/** As documents and messages said it before people signed in: a key. */
export const requesterByKey = z.object({ keyId: z.string(), name: z.string(), role });
export type StoredRequester = Requester | z.infer<typeof requesterByKey>;

/**
 * As services keep it that need not know who it was: of a person the id alone, so that a name stands with the gateway and nowhere else, and
 * can be erased there. Whoever shows it asks the gateway's documents.
 */
export const withoutName = (stored: StoredRequester): StoredRequester =>
  'type' in stored && stored.type === 'person' ? { ...stored, name: stored.id } : stored;

/** What a stored one says, whenever it was written. */
export function requesterIn(stored: StoredRequester): Requester {
  if (!('keyId' in stored)) return { type: stored.type, id: stored.id, name: stored.name, role: stored.role };
  const { keyId, name, role: then } = stored;
  return { type: 'key', id: keyId, name, role: then };
}
