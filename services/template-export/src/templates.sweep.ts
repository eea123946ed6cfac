import { Injectable } from '@nestjs/common';
import { Database, ofNoOpenJob } from '@roundtrip/database';
import { ObjectStore, sweepBucket } from '@roundtrip/files';
import { DAY_MS, Retention, RETENTION_GRACE_MS } from '@roundtrip/service';
import { TemplateExportConfig } from './config.js';

/** Removes the files of templates that are too old; a template that is still being made keeps what it has. */
@Injectable()
export class TemplatesSweep extends Retention {
  constructor(
    private readonly database: Database,
    private readonly objects: ObjectStore,
    private readonly config: TemplateExportConfig,
  ) {
    super(TemplatesSweep.name);
  }

  async sweep(now: Date): Promise<void> {
    await sweepBucket(this.objects, 'templates', {
      before: new Date(now.getTime() - this.config.TEMPLATE_LIFETIME_MS - RETENTION_GRACE_MS),
      unfinishedBefore: new Date(now.getTime() - DAY_MS),
      removable: (found) => ofNoOpenJob(this.database, found),
    });
  }
}
