import { Injectable } from '@nestjs/common';
import { Database, ofNoOpenJob } from '@roundtrip/database';
import { ObjectStore, type Stored, sweepBucket } from '@roundtrip/files';
import { DAY_MS, Retention, RETENTION_GRACE_MS } from '@roundtrip/service';
import { ChunksRepository } from './chunks.repository.js';
import { BulkUpdateConfig } from './config.js';
import { OutcomesRepository } from './outcomes.repository.js';

/**
 * Removes the reports of imports that are too old, and what else is kept of their rejected lines. Counts and changes stay: they are the
 * history of the contacts and the material of an undo.
 */
@Injectable()
export class ReportsSweep extends Retention {
  constructor(
    private readonly database: Database,
    private readonly objects: ObjectStore,
    private readonly chunks: ChunksRepository,
    private readonly outcomes: OutcomesRepository,
    private readonly config: BulkUpdateConfig,
  ) {
    super(ReportsSweep.name);
  }

  async sweep(now: Date): Promise<void> {
    await sweepBucket(this.objects, 'reports', {
      before: new Date(now.getTime() - this.config.REPORT_LIFETIME_MS - RETENTION_GRACE_MS),
      unfinishedBefore: new Date(now.getTime() - DAY_MS),
      removable: (found) => this.removable(found),
    });
  }

  private async removable(found: readonly Stored[]): Promise<Stored[]> {
    const over = await ofNoOpenJob(this.database, found);
    // Before the objects go: as long as these are there, it is done again.
    for (const { owner } of over) {
      await this.chunks.forgetReports(owner);
      await this.outcomes.forgetIssues(owner);
    }
    return over;
  }
}
