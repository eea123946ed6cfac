import { z } from 'zod';
import {
  dataType,
  fileEncoding,
  importAction,
  language,
  onConflict,
  requester,
  requesterByKey,
} from './word-schemas.js';

/**
 * What was asked for with an import, kept beside its file in the bucket `uploads`: with it the import can be asked for again when the
 * database that knew it is lost. It has no e-mail address, so that nobody gets a second mail, and of a person the id alone.
 */
export const importRecord = z.object({
  version: z.literal(1),
  importId: z.string(),
  institution: z.string(),
  requestedBy: z.union([requester, requesterByKey]),
  requestedAt: z.iso.datetime(),
  language: language.optional(),
  dataType,
  action: importAction,
  onConflict,
  overwriteRefusals: z.boolean(),
  encoding: fileEncoding.optional(),
  /** Absent for an undo. */
  file: z
    .object({ objectKey: z.string(), name: z.string(), sizeBytes: z.number().int().nonnegative(), sha256: z.string() })
    .optional(),
  checkImportId: z.string().optional(),
  checkAgainOf: z.string().optional(),
  undoOf: z.string().optional(),
  sameFileAs: z.string().optional(),
});
export type ImportRecord = z.infer<typeof importRecord>;

const recordEnding = '.request.json';
const cancellationEnding = '.cancelled';

/** Its key in the bucket `uploads`, where the file itself has the id of the import that it came with. */
export const importRecordKey = (importId: string): string => `${importId}${recordEnding}`;
/** The key of an empty object: a user wanted the import to stop. */
export const importCancellationKey = (importId: string): string => `${importId}${cancellationEnding}`;

/** What a key of the bucket `uploads` is about. */
export function uploadKeyParts(key: string): { importId: string; part: 'file' | 'record' | 'cancellation' } {
  if (key.endsWith(recordEnding)) return { importId: key.slice(0, -recordEnding.length), part: 'record' };
  if (key.endsWith(cancellationEnding))
    return { importId: key.slice(0, -cancellationEnding.length), part: 'cancellation' };
  return { importId: key, part: 'file' };
}
