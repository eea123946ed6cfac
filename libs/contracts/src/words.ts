import { z } from 'zod';

/** The product's words that stand in more than one place: REST, events and the database use the same. */
export const dataTypes = ['criteria', 'authorisations', 'contacts'] as const;
export const dataType = z.enum(dataTypes);
export type DataType = z.infer<typeof dataType>;

/** Data types that have a template; `contacts` is the ordinary contact import. */
export const templateDataType = z.enum(['criteria', 'authorisations']);
export type TemplateDataType = z.infer<typeof templateDataType>;

export const importAction = z.enum(['check', 'update']);
export type ImportAction = z.infer<typeof importAction>;

export const onConflict = z.enum(['reject', 'overwrite']);
export type OnConflict = z.infer<typeof onConflict>;

/** What a file that is not UTF-8 may be saved in: the candidates, the likeliest first. */
export const fileEncoding = z.enum([
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'iso-8859-15',
  'macintosh',
]);
export type FileEncoding = z.infer<typeof fileEncoding>;

export const roles = ['viewer', 'editor', 'operator', 'admin'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

export const criterionKinds = ['LIST', 'MULTI_LIST', 'BOOLEAN', 'TEXT', 'NUMBER', 'DATE'] as const;
export const criterionKind = z.enum(criterionKinds);
export type CriterionKind = z.infer<typeof criterionKind>;

/** An authorisation is a field, too; its values are true, false or not there (Empty). */
export const fieldKind = z.enum([...criterionKinds, 'AUTHORISATION']);
export type FieldKind = z.infer<typeof fieldKind>;

export const templateState = z.enum(['QUEUED', 'RUNNING', 'READY', 'EMPTY', 'FAILED', 'EXPIRED']);
export type TemplateState = z.infer<typeof templateState>;

export const importState = z.enum([
  'QUEUED',
  'VALIDATING',
  'REJECTED',
  'CHECKED',
  'APPLYING',
  'DONE',
  'DONE_WITH_ERRORS',
  'CANCELLED',
  'FAILED',
]);
export type ImportState = z.infer<typeof importState>;
/** From these states an import goes nowhere. */
export const finalImportStates: readonly ImportState[] = [
  'REJECTED',
  'CHECKED',
  'DONE',
  'DONE_WITH_ERRORS',
  'CANCELLED',
  'FAILED',
];

/** What an open import does: its file is read, its lines are decided on (and applied), its reports are written. */
export const importPhases = ['reading', 'deciding', 'reporting'] as const;
export const importPhase = z.enum(importPhases);
export type ImportPhase = z.infer<typeof importPhase>;

/** A template or an import that is not over. */
export const openJobStates = ['QUEUED', 'RUNNING', 'VALIDATING', 'APPLYING'] as const;

/** Who asked: the API key, never a person's address. */
export const requester = z.object({ keyId: z.string(), name: z.string(), role });
export type Requester = z.infer<typeof requester>;
