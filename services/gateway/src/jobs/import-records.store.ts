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

/** What is undefined is left out of the JSON. */
const recordOf = (job: ImportJobDocument): ImportRecord => ({
  version: 1,
  importId: job._id,
  institution: job.institution,
  requestedBy: withoutName(job.requestedBy),
  requestedAt: job.requestedAt.toISOString(),
  language: job.language,
  dataType: job.dataType,
  action: job.action,
  onConflict: job.onConflict,
  overwriteRefusals: job.overwriteRefusals,
  encoding: job.encoding,
  file: job.file,
  checkImportId: job.checkImportId,
  checkAgainOf: job.checkAgainOf,
  undoOf: job.undoOf,
  sameFileAs: job.sameFileAs,
});
