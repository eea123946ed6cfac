import { Injectable } from '@nestjs/common';
import type { Rule } from '@roundtrip/contracts';
import { type ContactDocument, Database, loadDefinitions, planRule, type TargetDocument } from '@roundtrip/database';
import type { Definitions } from '@roundtrip/fields';
import { type ContactSummaryDocument, contactSummaryFields } from '../contacts/contact-summary.js';
import { HeavyReads } from '../reads/heavy-reads.service.js';

@Injectable()
export class TargetsRepository {
  constructor(
    private readonly database: Database,
    private readonly heavy: HeavyReads,
  ) {}

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

  /**
   * How many contacts the rule holds now, and the first of them by number.
   *
   * @throws Problem 429 when the institution asks for too much at once
   */
  async preview(
    institution: string,
    rule: Rule,
    definitions: Definitions,
    at: Date,
  ): Promise<{ count: number; sample: ContactSummaryDocument[] }> {
    return this.heavy.run(institution, async (database, timeLimit) => {
      const { filter, options } = await planRule(database, { rule, definitions, at, institution }, timeLimit);
      const { contacts } = database;
      const count = contacts.countDocuments(filter, { ...options, ...timeLimit });
      const sample = contacts
        .find<Pick<ContactDocument, keyof ContactSummaryDocument>>(filter, {
          projection: contactSummaryFields,
          ...options,
          ...timeLimit,
        })
        .sort({ _id: 1 })
        .limit(20)
        .toArray();
      // It is over when both are, whatever becomes of one.
      await Promise.allSettled([count, sample]);
      return { count: await count, sample: await sample };
    });
  }
}
