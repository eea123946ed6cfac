import { Injectable } from '@nestjs/common';
import { Database, isDuplicateKey, retryTransient } from '@roundtrip/contacts';

@Injectable()
export class CancellationsRepository {
  constructor(private readonly database: Database) {}

  async add(importId: string, institution: string, cancelledAt: Date): Promise<void> {
    try {
      await retryTransient(() => this.database.cancellations.insertOne({ _id: importId, institution, cancelledAt }));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
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
}
