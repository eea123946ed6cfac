import { Injectable } from '@nestjs/common';
import type { IssueCode, RecordedIssue, TemplateComparison } from '@roundtrip/contracts';
import { chunkIdRange, Database, type IssueGroup, type OutcomeDocument } from '@roundtrip/database';

export interface ImportResults {
  outcome?: OutcomeDocument;
  /** What is wrong with the file as a whole. */
  fileProblem?: RecordedIssue;
  /** What became of the template that the file was made of. */
  comparison?: TemplateComparison;
  /** Of a workbook: its columns, and the letters above them. */
  sheetColumns?: { column: string; letters: string }[];
}

/** What the services that worked on an import wrote down about it. */
@Injectable()
export class ImportResultsRepository {
  constructor(private readonly database: Database) {}

  async of(importId: string): Promise<ImportResults> {
    const [outcome, validation] = await Promise.all([
      this.database.outcomes.findOne({ _id: importId }),
      this.database.validations.findOne(
        { _id: importId },
        { projection: { problem: 1, comparison: 1, 'plan.header': 1, 'plan.sheetColumns': 1 } },
      ),
    ]);
    const { problem, comparison, plan } = validation ?? {};
    const { header = [], sheetColumns } = plan ?? {};
    return {
      ...(outcome && { outcome }),
      ...(problem && { fileProblem: problem }),
      ...(comparison && { comparison }),
      ...(sheetColumns && {
        sheetColumns: header.map((column, index) => ({ column, letters: sheetColumns[index] ?? '' })),
      }),
    };
  }

  /** Whether the import wrote down that it changes anything. */
  async hasChanges(importId: string): Promise<boolean> {
    const changing = { _id: chunkIdRange(importId), 'entries.0': { $exists: true } };
    return (await this.database.chunks.findOne(changing, { projection: { _id: 1 } })) !== null;
  }

  /** The groups of a code; none of an import that is older than these. */
  async issueGroups(importId: string, code: IssueCode): Promise<IssueGroup[]> {
    const outcome = await this.database.outcomes.findOne({ _id: importId }, { projection: { issueGroups: 1 } });
    return outcome?.issueGroups?.filter((group) => group.code === code) ?? [];
  }

  async fileProblem(importId: string): Promise<RecordedIssue | undefined> {
    return (await this.database.validations.findOne({ _id: importId }, { projection: { problem: 1 } }))?.problem;
  }
}
