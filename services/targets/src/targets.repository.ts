import { Injectable } from '@nestjs/common';
import type { TargetDocument } from '@roundtrip/database';
import { TargetsDatabase } from './database.js';
import { storeVersion } from './store-version.js';

@Injectable()
export class TargetsRepository {
  constructor(private readonly database: TargetsDatabase) {}

  async find(institution: string, targetId: string): Promise<TargetDocument | undefined> {
    return (await this.database.targets.findOne({ _id: targetId, institution })) ?? undefined;
  }

  /** Stores the next version; see `storeVersion`. */
  store(document: TargetDocument): Promise<'stored' | 'overtaken' | 'taken'> {
    return storeVersion(this.database, 'targets', document);
  }

  /** Which request deleted the target; undefined when it was not deleted. */
  async deletedBy(institution: string, targetId: string): Promise<string | undefined> {
    return (await this.database.deletedTargets.findOne({ _id: targetId, institution }))?.requestId;
  }

  /** Deletes the target for good. Which request did it is written down first, so that a redelivery can be told. */
  async delete(target: TargetDocument, requestId: string, deletedAt: Date): Promise<void> {
    const { _id, institution } = target;
    const note = { institution, requestId, deletedAt };
    await this.database.deletedTargets.replaceOne({ _id }, note, { upsert: true });
    await this.database.targets.deleteOne({ _id, institution });
  }
}
