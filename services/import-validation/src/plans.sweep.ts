import { Inject, Injectable } from '@nestjs/common';
import { Database, ofNoOpenJob } from '@roundtrip/contacts';
import { ObjectStore, sweepBucket } from '@roundtrip/files';
import { CONFIG, DAY_MS, Retention } from '@roundtrip/service';
import type { Config } from './config.js';

/** Removes plans that are too old, with what attempts that died have left of theirs; that of an open import stays. */
@Injectable()
export class PlansSweep extends Retention {
  constructor(
    private readonly database: Database,
    private readonly objects: ObjectStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super(PlansSweep.name);
  }

  async sweep(now: Date): Promise<void> {
    await sweepBucket(this.objects, 'plans', {
      before: new Date(now.getTime() - this.config.UPLOAD_LIFETIME_MS),
      unfinishedBefore: new Date(now.getTime() - DAY_MS),
      removable: (found) => ofNoOpenJob(this.database, found),
    });
  }
}
