import { Injectable } from '@nestjs/common';
import {
  Database,
  isDuplicateKey,
  type OutcomeDocument,
  retryTransient,
  type ValidationDocument,
} from '@roundtrip/contacts';
import type { Plan } from '@roundtrip/contracts';

export type AcceptedImport = ValidationDocument & { plan: Plan };

@Injectable()
export class OutcomesRepository {
  constructor(private readonly database: Database) {}

  /** What import-validation found; undefined unless the file was accepted. */
  async acceptedImport(importId: string): Promise<AcceptedImport | undefined> {
    const found = await retryTransient(() => this.database.validations.findOne({ _id: importId }));
    return found?.plan ? { ...found, plan: found.plan } : undefined;
  }

  async find(importId: string): Promise<OutcomeDocument | undefined> {
    return (await retryTransient(() => this.database.outcomes.findOne({ _id: importId }))) ?? undefined;
  }

  /** Forgets the errors and warnings that are shown first; how many there were stays. */
  async forgetIssues(importId: string): Promise<void> {
    const outcome = await this.find(importId);
    // What a group says may quote its one value.
    const issueGroups = outcome?.issueGroups?.map(({ message: _message, hint: _hint, ...counted }) => counted);
    const nothing = { firstErrors: [], warnings: [], ...(issueGroups && { issueGroups }) };
    await retryTransient(() => this.database.outcomes.updateOne({ _id: importId }, { $set: nothing }));
  }

  /** The end of an import is written once; the answer is the one that stands. */
  async finish(outcome: OutcomeDocument): Promise<OutcomeDocument> {
    try {
      await retryTransient(() => this.database.outcomes.insertOne(outcome));
      return outcome;
    } catch (error) {
      const first = isDuplicateKey(error) ? await this.find(outcome._id) : undefined;
      if (!first) throw error;
      return first;
    }
  }
}
