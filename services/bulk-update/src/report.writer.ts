import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { isWarning, type Language, type RecordedIssue } from '@roundtrip/contracts';
import { BOM, encodeRecord } from '@roundtrip/csv';
import { type ChunkReport, type IssueGroup, loadDefinitions } from '@roundtrip/database';
import { ObjectStore, temporaryFolder } from '@roundtrip/files';
import { ChunksRepository } from './chunks.repository.js';
import { BulkUpdateDatabase } from './database.js';
import { IssueGroups } from './issue-groups.js';
import { blockCharacters, ReportFile } from './report.file.js';
import type { AcceptedImport } from './outcomes.repository.js';
import { RejectedCsv } from './rejected-csv.js';
import { type RejectedOptions, RejectedWorkbook } from './rejected-workbook.js';
import { changesHeader, changesRows } from './report.rows.js';

export interface ReportSummary {
  /** The first 50 of each; a file-level warning comes first. */
  warnings: RecordedIssue[];
  firstErrors: RecordedIssue[];
  issueCounts: Record<string, number>;
  issueGroups: IssueGroup[];
}

/** The rejected lines, in the form in which the file came. */
interface RejectedLines {
  add(report: ChunkReport, decidedAt: Date): Promise<void>;
}

const firstShown = 50;
/** On local disk alone. */
const spoolName = 'rejected-lines.spool';

/**
 * Writes an import's reports from its decisions, in one pass in the order of the file: the same decisions give the same
 * bytes, so that writing them twice is no harm. Issues are kept once more by code, and by column where
 * those of a code stand in several, so that a filtered list is read without a search.
 */
@Injectable()
export class ReportWriter {
  constructor(
    private readonly chunks: ChunksRepository,
    private readonly store: ObjectStore,
    private readonly database: BulkUpdateDatabase,
  ) {}

  /** @param onChunk called before what was decided on a chunk is written */
  async write(
    accepted: Pick<AcceptedImport, '_id' | 'institution' | 'dataType' | 'language' | 'plan' | 'requestedBy'>,
    signal: AbortSignal,
    onChunk: (chunk: number) => Promise<void>,
  ): Promise<ReportSummary> {
    const { _id: importId, plan } = accepted;
    const folder = await temporaryFolder('report');
    const files = new Map<string, ReportFile>();
    const file = (name: string): ReportFile => {
      let open = files.get(name);
      if (!open) {
        open = new ReportFile(join(folder, name.replaceAll('/', '-')));
        files.set(name, open);
      }
      return open;
    };
    try {
      const rejected = plan.sheetColumns
        ? new RejectedWorkbook(plan, await this.about(accepted), file(spoolName))
        : new RejectedCsv(plan, await this.languageOf(accepted), file('rejected-lines.csv'));
      if (rejected instanceof RejectedCsv) await rejected.begin();
      const summary = await this.fill(accepted, { rejected, file }, signal, onChunk);
      if (rejected instanceof RejectedWorkbook) await rejected.store(this.store, `${importId}/rejected-lines`);
      const lists = new Set(summary.issueGroups.map(({ list }) => list));
      for (const [name, open] of files) {
        if (name === spoolName || (isOfGroup(name) && !lists.has(name))) continue;
        await open.store(
          this.store,
          `${importId}/${name}`,
          name.endsWith('.csv') ? 'text/csv' : 'application/x-ndjson',
        );
      }
      return summary;
    } finally {
      for (const open of files.values()) open.close();
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async about(
    accepted: Pick<AcceptedImport, 'institution' | 'dataType' | 'language'>,
  ): Promise<RejectedOptions> {
    const { institution, dataType } = accepted;
    const [definitions, language] = await Promise.all([
      loadDefinitions(this.database, institution),
      this.languageOf(accepted),
    ]);
    return { dataType, definitions, language };
  }

  /** Of whoever started the import; where that is not known, of the institution. */
  private async languageOf({
    institution,
    language,
  }: Pick<AcceptedImport, 'institution' | 'language'>): Promise<Language> {
    if (language !== undefined) return language;
    const settings = await this.database.institutions.findOne({ _id: institution }, { projection: { language: 1 } });
    return settings?.language ?? 'en';
  }

  private async fill(
    { _id: importId, plan, requestedBy }: Pick<AcceptedImport, '_id' | 'plan' | 'requestedBy'>,
    { rejected, file }: { rejected: RejectedLines; file: (name: string) => ReportFile },
    signal: AbortSignal,
    onChunk: (chunk: number) => Promise<void>,
  ): Promise<ReportSummary> {
    const summary: ReportSummary = { warnings: [], firstErrors: [], issueCounts: {}, issueGroups: [] };
    const groups = new IssueGroups();
    const say = async (issue: RecordedIssue): Promise<void> => {
      const shown = isWarning(issue.code) ? summary.warnings : summary.firstErrors;
      if (shown.length < firstShown) shown.push(issue);
      summary.issueCounts[issue.code] = (summary.issueCounts[issue.code] ?? 0) + 1;
      const line = `${JSON.stringify(issue)}\n`;
      await file('errors/all.ndjson').write(line);
      await file(`errors/${issue.code}.ndjson`).write(line);
      const list = groups.add(issue);
      if (list !== undefined) await file(list).write(line);
    };

    await file('changes.csv').write(BOM + encodeRecord(changesHeader(plan), plan.delimiter));
    await file('errors/all.ndjson').write('');
    for (const warning of plan.warnings) await say(warning);
    for await (const chunk of this.chunks.decisionsOf(importId)) {
      signal.throwIfAborted();
      await onChunk(chunk.chunk);
      for (const report of chunk.reports) {
        for (const issue of report.issues) await say(issue);
        if (report.rejected) await rejected.add(report, chunk.decidedAt);
      }
      const changedRow = changesRows(plan, chunk, requestedBy.name);
      let changed = '';
      for (const entry of chunk.entries) {
        changed += encodeRecord(changedRow(entry), plan.delimiter);
        // Each is a turn of the event loop: not one for every row.
        if (changed.length < blockCharacters) continue;
        await file('changes.csv').write(changed);
        changed = '';
      }
      await file('changes.csv').write(changed);
    }
    summary.issueGroups = groups.list();
    return summary;
  }
}

const isOfGroup = (name: string): boolean => name.split('/').length > 2;
