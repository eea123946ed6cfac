import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type Issue, isWarning, type Plan } from '@roundtrip/contracts';
import { BOM, encodeRecord } from '@roundtrip/csv';
import type { IssueGroup } from '@roundtrip/database';
import { ObjectStore, temporaryFolder } from '@roundtrip/files';
import { ChunksRepository } from './chunks.repository.js';
import { IssueGroups } from './issue-groups.js';
import { blockCharacters, ReportFile } from './report.file.js';
import { changesHeader, changesRows, rejectedHeader, rejectedRows } from './report.rows.js';

export interface ReportSummary {
  /** The first 50 of each; a file-level warning comes first. */
  warnings: Issue[];
  firstErrors: Issue[];
  issueCounts: Record<string, number>;
  issueGroups: IssueGroup[];
}

const firstShown = 50;

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
  ) {}

  /** @param onChunk called before what was decided on a chunk is written */
  async write(
    importId: string,
    plan: Plan,
    signal: AbortSignal,
    onChunk: (chunk: number) => Promise<void>,
  ): Promise<ReportSummary> {
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
      const summary = await this.fill(importId, plan, file, signal, onChunk);
      const lists = new Set(summary.issueGroups.map(({ list }) => list));
      for (const [name, open] of files) {
        if (isOfGroup(name) && !lists.has(name)) continue;
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

  private async fill(
    importId: string,
    plan: Plan,
    file: (name: string) => ReportFile,
    signal: AbortSignal,
    onChunk: (chunk: number) => Promise<void>,
  ): Promise<ReportSummary> {
    const summary: ReportSummary = { warnings: [], firstErrors: [], issueCounts: {}, issueGroups: [] };
    const groups = new IssueGroups();
    const say = async (issue: Issue): Promise<void> => {
      const shown = isWarning(issue.code) ? summary.warnings : summary.firstErrors;
      if (shown.length < firstShown) shown.push(issue);
      summary.issueCounts[issue.code] = (summary.issueCounts[issue.code] ?? 0) + 1;
      const line = `${JSON.stringify(issue)}\n`;
      await file('errors/all.ndjson').write(line);
      await file(`errors/${issue.code}.ndjson`).write(line);
      const list = groups.add(issue);
      if (list !== undefined) await file(list).write(line);
    };

    const rejectedRow = rejectedRows(plan);
    await file('rejected-lines.csv').write(BOM + encodeRecord(rejectedHeader(plan), plan.delimiter));
    await file('changes.csv').write(BOM + encodeRecord(changesHeader(plan), plan.delimiter));
    await file('errors/all.ndjson').write('');
    for (const warning of plan.warnings) await say(warning);
    for await (const chunk of this.chunks.decisionsOf(importId)) {
      signal.throwIfAborted();
      await onChunk(chunk.chunk);
      for (const report of chunk.reports) {
        for (const issue of report.issues) await say(issue);
        if (report.rejected) {
          await file('rejected-lines.csv').write(encodeRecord(rejectedRow(report), plan.delimiter));
        }
      }
      const changedRow = changesRows(plan, chunk);
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
