import { Injectable } from '@nestjs/common';
import { type CancellationDocument, isStopped } from '@roundtrip/database';
import { BulkUpdateDatabase } from './database.js';

/** Imports of which no chunk begins any more: cancelled by a user, or failed. */
@Injectable()
export class CancellationsRepository {
  constructor(private readonly database: BulkUpdateDatabase) {}

  async add(importId: string, institution: string, cancelledAt: Date): Promise<void> {
    await this.database.cancellations.insertOnce({ _id: importId, institution, cancelledAt });
  }

  /** Whether or not a user has cancelled it before, the import has failed; the first problem stands. */
  async fail(
    importId: string,
    institution: string,
    problem: NonNullable<CancellationDocument['problem']>,
    failedAt: Date,
  ): Promise<void> {
    await this.database.cancellations.insertOnce({ _id: importId, institution, cancelledAt: failedAt, problem });
    await this.database.cancellations.updateOne({ _id: importId, problem: { $exists: false } }, { $set: { problem } });
  }

  async problemOf(importId: string): Promise<CancellationDocument['problem']> {
    return (await this.database.cancellations.findOne({ _id: importId }))?.problem;
  }

  /**
   * Also when the news of it is still on its way: no line of such an import may be applied any more. Whoever fails an import here closes
   * its chunks before it is told (`ChunksRepository.closeUndecided`), so that nobody has to ask for that.
   */
  async isCancelled(importId: string): Promise<boolean> {
    return isStopped(this.database, importId);
  }
}
