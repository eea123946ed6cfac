import { type EventData, type importRequestedV1, type Requester, requesterIn } from '@roundtrip/contracts';
import type { ImportJobDocument } from '@roundtrip/database';
import { PermanentFailure } from '@roundtrip/kafka';

export type ImportRequest = Omit<EventData<typeof importRequestedV1>, 'requestedBy'> & { requestedBy: Requester };

/** What is wanted of an import, by the document that the gateway has written; its message only says which one. */
export const requestOf = (job: ImportJobDocument): ImportRequest => ({
  importId: job._id,
  institution: job.institution,
  dataType: job.dataType,
  action: job.action,
  onConflict: job.onConflict,
  overwriteRefusals: job.overwriteRefusals,
  source: sourceOf(job),
  ...(job.encoding !== undefined && { encoding: job.encoding }),
  ...(job.sameFileAs !== undefined && { sameFileAs: job.sameFileAs }),
  requestedBy: requesterIn(job.requestedBy),
  requestedAt: job.requestedAt.toISOString(),
});

function sourceOf({ file, undoOf }: ImportJobDocument): ImportRequest['source'] {
  if (undoOf !== undefined) return { type: 'undo', importId: undoOf };
  if (!file) throw new PermanentFailure('The import has neither a file nor another import to undo.');
  const { objectKey, sizeBytes, sha256 } = file;
  return { type: 'upload', objectKey, sizeBytes, sha256 };
}
