import { Injectable } from '@nestjs/common';
import type { ResolutionDocument } from '@roundtrip/database';
import { TargetsDatabase } from './database.js';

/** What templates are made of: written once, so that a template that is asked for again is made of the same. */
@Injectable()
export class ResolutionsRepository {
  constructor(private readonly database: TargetsDatabase) {}

  async find(templateId: string): Promise<ResolutionDocument | undefined> {
    const _id = { $eq: templateId };
    return (await this.database.resolutions.findOne({ _id })) ?? undefined;
  }

  /** @returns the one that stands: another worker may have had the same message, and have been first */
  async settle(resolved: ResolutionDocument): Promise<ResolutionDocument> {
    return (await this.database.resolutions.insertOnce(resolved)).stands;
  }
}
