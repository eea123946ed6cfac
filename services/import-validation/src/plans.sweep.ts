import { Injectable } from '@nestjs/common';
import { Database, ofNoOpenJob } from '@roundtrip/database';
import { ObjectStore, sweepBucket } from '@roundtrip/files';
import { DAY_MS, Retention } from '@roundtrip/service';
import { ImportValidationConfig } from './config.js';
import { ValidationsRepository } from './validations.repository.js';

/**
 * Removes plans that are too old, with what attempts that died have left of theirs; that of an open import stays. Words of a file, by which
 * somebody was to tell its encoding, are forgotten with it.
 */
@Injectable()
export class PlansSweep extends Retention {
  constructor(
    private readonly database: Database,
    private readonly objects: ObjectStore,
    private readonly validations: ValidationsRepository,
    private readonly config: ImportValidationConfig,
  ) {
    super(PlansSweep.name);
  }

  async sweep(now: Date): Promise<void> {
    const before = new Date(now.getTime() - this.config.UPLOAD_LIFETIME_MS);
    await this.validations.forgetReadings(before);
    await sweepBucket(this.objects, 'plans', {
      before,
      unfinishedBefore: new Date(now.getTime() - DAY_MS),
      removable: (found) => ofNoOpenJob(this.database, found),
    });
  }
}
