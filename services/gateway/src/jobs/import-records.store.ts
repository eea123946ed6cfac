import { Injectable } from '@nestjs/common';
import { type ImportRecord, importCancellationKey, importRecordKey, withoutName } from '@roundtrip/contracts';
import type { ImportJobDocument } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';

/** Beside the uploads: what was asked for with each import, so that it can be asked for again when the database is lost. */
@Injectable()
export class ImportRecords {
  constructor(private readonly objects: ObjectStore) {}

  /** A second time replaces it by the same. */
  async keepRequest(job: ImportJobDocument): Promise<void> {
    const content = Buffer.from(JSON.stringify(recordOf(job)));
    await this.objects.put('uploads', importRecordKey(job._id), content, { contentType: 'application/json' });
  }

  async keepCancellation(importId: string): Promise<void> {
    await this.objects.put('uploads', importCancellationKey(importId), Buffer.alloc(0));
  }
}

function recordOf(job: ImportJobDocument): ImportRecord {
  const { _id, institution, requestedBy, requestedAt, language, dataType, action, onConflict, overwriteRefusals } = job;
  const { encoding, file, checkImportId, checkAgainOf, undoOf, sameFileAs } = job;
  return {
    version: 1,
    importId: _id,
    institution,
    requestedBy: withoutName(requestedBy),
    requestedAt: requestedAt.toISOString(),
    dataType,
    action,
    onConflict,
    overwriteRefusals,
    ...(language !== undefined && { language }),
    ...(encoding !== undefined && { encoding }),
    ...(file !== undefined && { file }),
    ...(checkImportId !== undefined && { checkImportId }),
    ...(checkAgainOf !== undefined && { checkAgainOf }),
    ...(undoOf !== undefined && { undoOf }),
    ...(sameFileAs !== undefined && { sameFileAs }),
  };
}
