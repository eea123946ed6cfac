import { z } from 'zod';
import { event } from './event.js';
import { fileCodes } from './issue-codes.js';
import { importAction } from './word-schemas.js';

const anImport = { importId: z.string(), institution: z.string() };
const count = z.number().int().nonnegative();

export const validationStarted = event('import-validation.started.v1', {
  says: 'A file is being read.',
  consumers: ['gateway'],
  key: (d) => d.importId,
  id: (d) => `${d.importId}:validation-started`,
  data: z.object({ ...anImport, startedAt: z.iso.datetime() }),
});

export const validationProgressed = event('import-validation.progressed.v1', {
  says: 'How far the reading of a file is; at most once a second.',
  consumers: ['gateway'],
  key: (d) => d.importId,
  id: ({ importId, linesDone, share }) =>
    linesDone > 0 || share === undefined
      ? `${importId}:validation-progressed:${linesDone}`
      : `${importId}:validation-progressed:counting:${Math.round(share * 1000)}`,
  data: z.object({
    ...anImport,
    /** None while the lines are being counted: each is looked at twice. */
    linesDone: count,
    linesTotal: count,
    /** Of all of the reading, the counting included. Absent: as many as the lines that are done. */
    share: z.number().min(0).max(1).optional(),
    /** How many lines the file seems to have while they are being counted. */
    linesExpected: count.optional(),
  }),
});

export const validationCompleted = event('import-validation.completed.v1', {
  says: 'A file was read to its end: the plan and its size. The plan itself is in the `validations` document and the bucket `plans`.',
  consumers: ['gateway', 'bulk-update'],
  key: (d) => d.importId,
  id: (d) => `${d.importId}:validated`,
  data: z.object({ ...anImport, action: importAction, chunks: count, lines: count }),
});

export const validationRejected = event('import-validation.rejected.v2', {
  says: 'A file cannot be used at all; the words for it stand in its `validations` document.',
  consumers: ['gateway', 'notifications'],
  key: (d) => d.importId,
  id: (d) => `${d.importId}:rejected`,
  data: z.object({ ...anImport, code: z.enum(fileCodes), rejectedAt: z.iso.datetime() }),
});

/** As it was said before the words of a rejection, which quote the file, were kept out of messages. */
export const validationRejectedV1 = event('import-validation.rejected.v1', {
  says: 'A file cannot be used at all, and why.',
  consumers: ['gateway', 'notifications'],
  key: (d) => d.importId,
  id: (d) => `${d.importId}:rejected`,
  data: z.object({ ...anImport, code: z.enum(fileCodes), detail: z.string(), rejectedAt: z.iso.datetime() }),
});

export const validationFailed = event('import-validation.failed.v1', {
  says: 'A file could not be examined: a fault of ours, not of the file.',
  consumers: ['gateway', 'notifications'],
  key: (d) => d.importId,
  id: (d) => `${d.importId}:validation-failed`,
  data: z.object({ ...anImport, code: z.string(), detail: z.string(), failedAt: z.iso.datetime() }),
});
