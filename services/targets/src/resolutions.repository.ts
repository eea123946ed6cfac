import { Injectable } from '@nestjs/common';
import { isDuplicateKey, type ResolutionDocument, retryTransient } from '@roundtrip/database';
import { TargetsDatabase } from './database.js';

/** What templates are made of: written once, so that a template that is asked for again is made of the same. */
@Injectable()
export class ResolutionsRepository {
  constructor(private readonly database: TargetsDatabase) {}

  async find(templateId: string): Promise<ResolutionDocument | undefined> {
    const _id = { $eq: templateId };
    return (await retryTransient(() => this.database.resolutions.findOne({ _id }))) ?? undefined;
  }

  /** @returns the one that stands: another worker may have had the same message, and have been first */
  async settle(resolved: ResolutionDocument): Promise<ResolutionDocument> {
    try {
      await retryTransient(() => this.database.resolutions.insertOne(resolved));
      return resolved;
    } catch (error) {
      const first = isDuplicateKey(error) ? await this.find(resolved._id) : undefined;
      if (!first) throw error;
      return first;
    }
  }
}
