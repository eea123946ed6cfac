import { Injectable } from '@nestjs/common';
import {
  type ContactDocument,
  Database,
  type Definitions,
  loadDefinitions,
  ruleFilter,
  type TargetDocument,
} from '@roundtrip/contacts';
import type { Rule } from '@roundtrip/contracts';
import { type ContactSummaryDocument, contactSummaryFields } from '../contacts/contact-summary.js';

const COUNT_MS = 25_000;

@Injectable()
export class TargetsRepository {
  constructor(private readonly database: Database) {}

  /** By code, from the one after `after`. */
  page(institution: string, after: string | undefined, limit: number): Promise<TargetDocument[]> {
    const position = after === undefined ? {} : { code: { $gt: after } };
    return this.database.targets
      .find({ institution, ...position })
      .sort({ code: 1 })
      .limit(limit)
      .toArray();
  }

  async find(institution: string, targetId: string): Promise<TargetDocument | undefined> {
    return (await this.database.targets.findOne({ _id: targetId, institution })) ?? undefined;
  }

  definitions(institution: string): Promise<Definitions> {
    return loadDefinitions(this.database, institution);
  }

  /** How many contacts the rule holds now, and the first of them by number. */
  async preview(
    institution: string,
    rule: Rule,
    definitions: Definitions,
    at: Date,
  ): Promise<{ count: number; sample: ContactSummaryDocument[] }> {
    const filter = ruleFilter(rule, definitions, at, institution);
    const [count, sample] = await Promise.all([
      this.database.contacts.countDocuments(filter, { maxTimeMS: COUNT_MS }),
      this.database.contacts
        .find<Pick<ContactDocument, keyof ContactSummaryDocument>>(filter, {
          projection: contactSummaryFields,
          maxTimeMS: COUNT_MS,
        })
        .sort({ _id: 1 })
        .limit(20)
        .toArray(),
    ]);
    return { count, sample };
  }
}
