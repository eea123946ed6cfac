import { Injectable } from '@nestjs/common';
import type { RecordedIssue } from '@roundtrip/contracts';
import type { ValidationDocument } from '@roundtrip/database';
import { ImportValidationDatabase } from './database.js';

/** Outcomes of files. What makes an import validated is that its document is there: it is written once and never changed. */
@Injectable()
export class ValidationsRepository {
  constructor(private readonly database: ImportValidationDatabase) {}

  async outcome(importId: string): Promise<ValidationDocument | undefined> {
    return (await this.database.validations.findOne({ _id: { $eq: importId } })) ?? undefined;
  }

  /** @returns what is stored: another worker may have had the same message, and have been first */
  async finish(outcome: ValidationDocument): Promise<ValidationDocument> {
    return (await this.database.validations.insertOnce(outcome)).stands;
  }

  /** Of files that were examined before: their words go, what was found stays. */
  async forgetReadings(before: Date): Promise<void> {
    const { validations } = this.database;
    const old = { finishedAt: { $lt: before } };
    await validations.updateMany(
      { ...old, 'problem.readings': { $exists: true } },
      { $unset: { 'problem.readings': true as const } },
    );
    const warned = validations.find(
      { ...old, 'plan.warnings.readings': { $exists: true } },
      { projection: { 'plan.warnings': 1 } },
    );
    for await (const { _id, plan } of warned) {
      const warnings = plan?.warnings.map(withoutReadings) ?? [];
      await validations.updateOne({ _id }, { $set: { 'plan.warnings': warnings } });
    }
  }

  /** What the file of an import was called when it was uploaded. */
  async fileName(importId: string): Promise<string | undefined> {
    const job = await this.database.jobs.findOne({ _id: { $eq: importId } }, { projection: { 'file.name': 1 } });
    return job?.file?.name;
  }

  /** When an import was asked for; undefined when nothing is known of it any more. */
  async requestedAt(importId: string): Promise<Date | undefined> {
    const job = await this.database.jobs.findOne({ _id: { $eq: importId } }, { projection: { requestedAt: 1 } });
    return job?.requestedAt;
  }
}

function withoutReadings(issue: RecordedIssue): RecordedIssue {
  const kept = { ...issue };
  delete kept.readings;
  return kept;
}
