import type { ActivityKind } from '@roundtrip/contracts';
import type { ImportJobDocument } from '@roundtrip/database';
import type { Deed } from '../activities/activities.service.js';
import type { ImportEvent } from '../jobs/import-job.rules.js';

/** What an import is asked for with; of its file name, size and hash. */
export const importRequest = (
  kind: Extract<ActivityKind, 'import-requested' | 'import-started-from-check' | 'import-undone'>,
  job: ImportJobDocument,
): Deed => ({
  ...about(kind, job),
  details: {
    ...optionsOf(job),
    sizeBytes: job.file?.sizeBytes,
    sha256: job.file?.sha256,
    encoding: job.encoding,
    checkImportId: job.checkImportId,
    checkAgainOf: job.checkAgainOf,
    undoOf: job.undoOf,
    byMail: job.email !== undefined,
  },
});

export const importCancellation = (job: ImportJobDocument): Deed => ({
  ...about('import-cancelled', job),
  details: { state: job.state },
});

export type ImportEnd = Extract<ImportEvent, { type: 'completed' | 'rejected' | 'failed' }>;

/** How it ended; what is wrong with its file is in its own words, which may hold a value. */
export function importEnd(job: ImportJobDocument, end: ImportEnd): Deed {
  const details = { ...optionsOf(job), undoOf: job.undoOf };
  const deed = about('import-ended', job);
  if (end.type === 'completed') return { ...deed, details: { ...details, state: end.state, counts: end.counts } };
  const state = end.type === 'rejected' ? 'REJECTED' : 'FAILED';
  const result = end.type === 'rejected' ? 'refused' : 'failed';
  return { ...deed, result, details: { ...details, state, problem: end.code } };
}

/** Of each import once. */
const about = (kind: ActivityKind, { _id, file }: ImportJobDocument): Deed => ({
  kind,
  subject: { type: 'import', id: _id, name: file?.name },
  key: `${kind}:${_id}`,
});

const optionsOf = ({ action, dataType, onConflict, overwriteRefusals }: ImportJobDocument) => ({
  action,
  dataType,
  onConflict,
  overwriteRefusals,
});
