import { addAbortSignal } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ObjectNotFound, ObjectStore, openUpload, type Upload, type UploadLimits } from '@roundtrip/files';
import { PermanentFailure } from '@roundtrip/kafka';
import { ImportValidationConfig } from './config.js';

export interface UploadedFile {
  objectKey: string;
  /** As the gateway noted it while it stored the file. */
  sha256: string;
}

@Injectable()
export class StoredUploads {
  private readonly limits: UploadLimits;

  constructor(
    private readonly config: ImportValidationConfig,
    private readonly store: ObjectStore,
  ) {
    this.limits = {
      maxBytes: config.UPLOAD_MAX_BYTES,
      maxInflatedBytes: config.UPLOAD_MAX_INFLATED_BYTES,
      maxRatio: config.UPLOAD_MAX_RATIO,
      maxEntries: config.UPLOAD_MAX_ENTRIES,
    };
  }

  /**
   * Brings an upload to this machine. Close it.
   *
   * @throws FileProblem when it is no CSV; ContentChanged when it is not what was uploaded; PermanentFailure when there is no such upload
   * (any more)
   */
  async open({ objectKey, sha256 }: UploadedFile, signal: AbortSignal): Promise<Upload> {
    try {
      const content = addAbortSignal(signal, await this.store.get('uploads', objectKey));
      return await openUpload({ content, sha256 }, this.limits, this.config.UPLOAD_SPOOL_FOLDER);
    } catch (error) {
      if (!(error instanceof ObjectNotFound)) throw error;
      throw new PermanentFailure('The uploaded file is no longer there.', { cause: error, code: 'UPLOAD_GONE' });
    }
  }
}
