import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Issue, IssueCode, Language, RecordedIssue } from '@roundtrip/contracts';
import type { ImportJobDocument } from '@roundtrip/database';
import { ObjectNotFound, ObjectStore } from '@roundtrip/files';
import { withTimeout } from '@roundtrip/service';
import { z } from 'zod';
import { sentence } from '@roundtrip/words';
import { Activities, type Deed } from '../activities/activities.service.js';
import { GatewayConfig } from '../config.js';
import { toIssue } from '../http/issue-words.js';
import { type Page, type PageQuery, readCursor, writeCursor } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { Problem } from '../http/problem.errors.js';
import { STORE_MS } from '../http/deadlines.js';
import { isFinal } from '../jobs/import-job.rules.js';
import { type ReportEnding, reportEndings, reportName } from './file-name.rules.js';
import { ImportResultsRepository } from './import-results.repository.js';
import { IssuePagesReader } from './issue-pages.reader.js';

/** What an import left behind in the bucket `reports`. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly objects: ObjectStore,
    private readonly pages: IssuePagesReader,
    private readonly results: ImportResultsRepository,
    private readonly activities: Activities,
    private readonly config: GatewayConfig,
  ) {}

  /** @throws Problem 409 before the end or without a report, 410 when it is too old */
  async issues(
    job: ImportJobDocument,
    { limit, cursor, code, column }: PageQuery & { code?: IssueCode | undefined; column?: string | undefined },
    now: Date,
    language: Language,
  ): Promise<Page<Issue>> {
    const offset = readCursor(cursor, z.int().nonnegative()) ?? 0;
    requireFinished(job);
    if (job.state === 'REJECTED') return this.onlyProblem(job, code, column, language);
    this.requireKept(job, now);
    try {
      const { list, fits } = await this.listOf(job, code, column);
      const { issues, next } = await this.pages.page(`${job._id}/${list}`, { offset, limit, fits });
      return {
        items: issues.map((issue) => toIssue(language, issue)),
        nextCursor: next === undefined ? null : writeCursor(next),
      };
    } catch (error) {
      if (!(error instanceof ObjectNotFound)) throw error;
      // Lists by code are only made for codes that occurred; the list of all is always made.
      if (code !== undefined) return { items: [], nextCursor: null };
      if (job.state === 'FAILED') return { items: [], nextCursor: null };
      throw job.state === 'CANCELLED' ? noReport(job) : expired();
    }
  }

  /** @throws Problem 409 before the end or without a report, 410 when it is too old */
  async file(
    who: Principal,
    job: ImportJobDocument,
    report: 'rejected-lines' | 'changes',
    now: Date,
  ): Promise<{ name: string; stream: Readable; sizeBytes: number }> {
    requireDecided(job);
    this.requireKept(job, now);
    const found = await withTimeout(STORE_MS, this.find(`${job._id}/${report}`));
    // An import that failed has reports when it got as far as applying something.
    if (!found) throw ['CANCELLED', 'FAILED'].includes(job.state) ? noReport(job) : expired();
    const { key, ending, sizeBytes } = found;
    const deed: Deed = {
      kind: 'file-downloaded',
      subject: { type: 'import', id: job._id, name: job.file?.name },
      details: { file: report },
    };
    return this.activities.recorded(who, deed, async () => {
      const stream = await withTimeout(STORE_MS, this.objects.get('reports', key));
      return { name: reportName(job.file?.name ?? job._id, report, ending), stream, sizeBytes };
    });
  }

  private async find(name: string): Promise<{ key: string; ending: ReportEnding; sizeBytes: number } | undefined> {
    for (const ending of reportEndings) {
      const key = `${name}.${ending}`;
      const stat = await this.objects.stat('reports', key);
      if (stat) return { key, ending, sizeBytes: stat.sizeBytes };
    }
    return undefined;
  }

  /** A code and a column have a list of their own, unless there were too many, or the import is older than these. */
  private async listOf(
    { _id }: ImportJobDocument,
    code: IssueCode | undefined,
    column: string | undefined,
  ): Promise<{ list: string; fits?: (issue: RecordedIssue) => boolean }> {
    const ofCode = `errors/${code ?? 'all'}.ndjson`;
    if (column === undefined) return { list: ofCode };
    const groups = code === undefined ? [] : await this.results.issueGroups(_id, code);
    const group = groups.find((one) => one.column === column);
    if (group) return { list: group.list ?? ofCode };
    const others = groups.find((one) => one.others);
    return { list: others?.list ?? ofCode, fits: (issue) => issue.column === column };
  }

  private async onlyProblem(
    { _id }: ImportJobDocument,
    code: IssueCode | undefined,
    column: string | undefined,
    language: Language,
  ): Promise<Page<Issue>> {
    const problem = await this.results.fileProblem(_id);
    const shown =
      problem && (code === undefined || problem.code === code) && (column === undefined || problem.column === column);
    return { items: shown ? [toIssue(language, problem)] : [], nextCursor: null };
  }

  private requireKept({ finishedAt }: ImportJobDocument, now: Date): void {
    if (finishedAt && now.getTime() - finishedAt.getTime() > this.config.REPORT_LIFETIME_MS) throw expired();
  }
}

/** @throws Problem 409 before the end, or when no line was decided on */
export function requireDecided(job: ImportJobDocument): void {
  requireFinished(job);
  if (job.state === 'REJECTED') throw noReport(job);
}

/** @throws Problem 409 before the end */
export function requireFinished({ state }: ImportJobDocument): void {
  if (!isFinal(state)) throw new Problem(409, 'IMPORT_NOT_FINISHED', sentence('import-not-finished'));
}

const noReport = ({ state }: ImportJobDocument): Problem =>
  new Problem(409, 'IMPORT_HAS_NO_REPORT', sentence('import-without-report', { state }));

const expired = (): Problem => new Problem(410, 'REPORT_EXPIRED', sentence('report-expired'));
