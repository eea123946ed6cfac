import { Injectable } from '@nestjs/common';
import { type CancellationDocument, isDuplicateKey, retryTransient } from '@roundtrip/database';
import { BulkUpdateDatabase } from './database.js';

/** Imports of which no chunk begins any more: cancelled by a user, or failed. */
@Injectable()
export class CancellationsRepository {
  constructor(private readonly database: BulkUpdateDatabase) {}

  async add(importId: string, institution: string, cancelledAt: Date): Promise<void> {
    await this.insert({ _id: importId, institution, cancelledAt });
  }

  /** Whether or not a user has cancelled it before, the import has failed; the first problem stands. */
  async fail(
    importId: string,
    institution: string,
    problem: NonNullable<CancellationDocument['problem']>,
    failedAt: Date,
  ): Promise<void> {
    await this.insert({ _id: importId, institution, cancelledAt: failedAt, problem });
    await retryTransient(() =>
      this.database.cancellations.updateOne({ _id: importId, problem: { $exists: false } }, { $set: { problem } }),
    );
  }

  async problemOf(importId: string): Promise<CancellationDocument['problem']> {
    return (await retryTransient(() => this.database.cancellations.findOne({ _id: importId })))?.problem;
  }

  /** A user wants it to stop, or the gateway has said that it failed: no line of such an import may be applied any more. */
  async isCancelled(importId: string): Promise<boolean> {
    const over = { _id: importId, $or: [{ state: 'FAILED' as const }, { cancelRequestedAt: { $exists: true } }] };
    const [cancellation, job] = await retryTransient(() =>
      Promise.all([
        this.database.cancellations.findOne({ _id: importId }, { projection: { _id: 1 } }),
        this.database.jobs.findOne(over, { projection: { _id: 1 } }),
      ]),
    );
    return cancellation !== null || job !== null;
  }

  private async insert(cancellation: CancellationDocument): Promise<void> {
    try {
      await retryTransient(() => this.database.cancellations.insertOne(cancellation));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
