import { z } from 'zod';
import { event } from './event.js';
import { fileCodes } from './issue-codes.js';
import { importAction } from './words.js';

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
  id: (d) => `${d.importId}:validation-progressed:${d.linesDone}`,
  data: z.object({ ...anImport, linesDone: count, linesTotal: count }),
});

export const validationCompleted = event('import-validation.completed.v1', {
  says: 'A file was read to its end: the plan and its size. The plan itself is in the `validations` document and the bucket `plans`.',
  consumers: ['gateway', 'bulk-update'],
  key: (d) => d.importId,
  id: (d) => `${d.importId}:validated`,
  data: z.object({ ...anImport, action: importAction, chunks: count, lines: count }),
});

export const validationRejected = event('import-validation.rejected.v1', {
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
