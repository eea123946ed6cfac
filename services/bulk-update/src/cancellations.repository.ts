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

  async isCancelled(importId: string): Promise<boolean> {
    return (await retryTransient(() => this.database.cancellations.findOne({ _id: importId }))) !== null;
  }
}
