import { Injectable } from '@nestjs/common';
import type { Plan } from '@roundtrip/contracts';
import type { ImportJobDocument, OutcomeDocument } from '@roundtrip/database';
import { jobOnRecord, metrics, requireTruth } from '@roundtrip/service';
import { BulkUpdateDatabase } from './database.js';

/** What is wanted, by the job that the gateway has written, with the plan that import-validation has made for it. */
export type AcceptedImport = Pick<
  ImportJobDocument,
  | '_id'
  | 'institution'
  | 'dataType'
  | 'action'
  | 'onConflict'
  | 'overwriteRefusals'
  | 'requestedBy'
  | 'language'
  | 'undoOf'
> & { plan: Plan; cancelled?: true };

@Injectable()
export class OutcomesRepository {
  constructor(private readonly database: BulkUpdateDatabase) {}

  /**
   * Undefined unless the file was accepted.
   *
   * @throws UntrueMessage when nobody has asked for such an import
   */
  async acceptedImport(importId: string): Promise<AcceptedImport | undefined> {
    const [job, found] = await Promise.all([
      jobOnRecord(this.database, 'import', importId),
      this.database.validations.findOne({ _id: { $eq: importId } }),
    ]);
    if (!found?.plan) return undefined;
    const { institution, dataType, action, onConflict, overwriteRefusals, requestedBy, language, undoOf } = job;
    requireTruth({ institution: found.institution, dataType: found.dataType, action: found.action }, { ...job });
    return {
      _id: importId,
      institution,
      dataType,
      action,
      onConflict,
      overwriteRefusals,
      requestedBy,
      ...(language !== undefined && { language }),
      ...(undoOf !== undefined && { undoOf }),
      plan: found.plan,
      ...(found.cancelled && { cancelled: found.cancelled }),
    };
  }

  async find(importId: string): Promise<OutcomeDocument | undefined> {
    return (await this.database.outcomes.findOne({ _id: importId })) ?? undefined;
  }

  /** Forgets the errors and warnings that are shown first; how many there were stays. */
  async forgetIssues(importId: string): Promise<void> {
    const outcome = await this.find(importId);
    // What a group says may quote its one value.
    const issueGroups = outcome?.issueGroups?.map(({ message: _message, hint: _hint, ...counted }) => counted);
    const nothing = { firstErrors: [], warnings: [], ...(issueGroups && { issueGroups }) };
    await this.database.outcomes.updateOne({ _id: importId }, { $set: nothing });
  }

  /** The end of an import is written once; the answer is the one that stands. */
  async finish(outcome: OutcomeDocument): Promise<OutcomeDocument> {
    const { stands, isNew } = await this.database.outcomes.insertOnce(outcome);
    if (isNew) for (const [code, lines] of Object.entries(outcome.issueCounts)) metrics.lineIssues.inc({ code }, lines);
    return stands;
  }
}
