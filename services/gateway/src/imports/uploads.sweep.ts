import { Injectable } from '@nestjs/common';
import { ObjectStore, type Stored, sweepBucket } from '@roundtrip/files';
import { DAY_MS, Retention, RETENTION_GRACE_MS } from '@roundtrip/service';
import { GatewayConfig } from '../config.js';
import { JobsRepository } from '../jobs/jobs.repository.js';

/**
 * Removes uploads that are too old, and those whose request never became a job. An open import keeps its upload, whichever check that
 * was made for.
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
    return found.filter(
      ({ owner, writtenAt }) => !inUse.has(owner) && (!known.has(owner) || writtenAt.getTime() < expired),
    );
  }
}
