import { Injectable } from '@nestjs/common';
import { uploadKeyParts } from '@roundtrip/contracts';
import { ObjectStore, type Stored, sweepBucket } from '@roundtrip/files';
import { DAY_MS, Retention, RETENTION_GRACE_MS } from '@roundtrip/service';
import { GatewayConfig } from '../config.js';
import { JobsRepository } from '../jobs/jobs.repository.js';

/**
 * Removes uploads that are too old, with what was asked for with them, and those whose request never became a job. An open import keeps its
 * upload, whichever check that was made for. That a job was asked for is believed of the record beside the file as well: the database may
 * be one of yesterday that was restored today.
 */
@Injectable()
export class UploadsSweep extends Retention {
  constructor(
    private readonly objects: ObjectStore,
    private readonly jobs: JobsRepository,
    private readonly config: GatewayConfig,
  ) {
    super(UploadsSweep.name);
  }

  async sweep(now: Date): Promise<void> {
    const yesterday = new Date(now.getTime() - DAY_MS);
    await sweepBucket(this.objects, 'uploads', {
      before: yesterday,
      unfinishedBefore: yesterday,
      removable: (found) => this.removable(found, now),
    });
  }

  private async removable(found: readonly Stored[], now: Date): Promise<Stored[]> {
    const expired = now.getTime() - this.config.UPLOAD_LIFETIME_MS - RETENTION_GRACE_MS;
    const [known, inUse] = await Promise.all([
      this.jobs.known(found.map(({ owner }) => owner)),
      this.jobs.uploadsInUse(),
    ]);
    const wasJob = ({ owner, keys }: Stored): boolean =>
      known.has(owner) || keys.some((key) => uploadKeyParts(key).part === 'record');
    return found.filter(
      (stored) => !inUse.has(stored.owner) && (!wasJob(stored) || stored.writtenAt.getTime() < expired),
    );
  }
}
