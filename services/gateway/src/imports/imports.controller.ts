import { Controller, Req, type StreamableFile } from '@nestjs/common';
import type { Issue } from '@roundtrip/contracts';
import type { ImportJobDocument } from '@roundtrip/database';
import type { Request } from 'express';
import { accepted, type Answer } from '../http/answer.js';
import { fileAnswer } from '../http/file-answer.js';
import type { Page } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { Problem } from '../http/problem.errors.js';
import { Serves } from '../http/route.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { JobLists } from '../jobs/job-lists.service.js';
import type { ImportChange } from './changes.rules.js';
import { ChangesService } from './changes.service.js';
import { importPath, type ImportSummary, toImportSummary } from './import.body.js';
import { type ImportBody, toImportBody } from './import-details.body.js';
import {
  cancelImport,
  checkAgain,
  getChanges,
  getImport,
  getRejectedLines,
  listImportErrors,
  listImports,
  undoImport,
  updateFromCheck,
  uploadImport,
} from './imports.routes.js';
import { ImportsService } from './imports.service.js';
import { demandDecided, ReportsService } from './reports.service.js';
import { UploadsService } from './uploads.service.js';

@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly uploads: UploadsService,
    private readonly reports: ReportsService,
    private readonly changePages: ChangesService,
    private readonly lists: JobLists,
  ) {}

  @Serves(listImports)
  list(@Who() who: Principal, @Input() input: RouteInput<typeof listImports>): Promise<Page<ImportSummary>> {
    return this.lists.page('import', who.institution, input.query, toImportSummary);
  }

  @Serves(uploadImport)
  upload(@Who() who: Principal, @Req() request: Request): Promise<Answer> {
    return this.uploads.receive(who, request);
  }

  @Serves(updateFromCheck)
  async update(@Who() who: Principal, @Input() input: RouteInput<typeof updateFromCheck>): Promise<Answer> {
    const now = new Date();
    const importId = input.newId('imp');
    const job = await this.imports.updateFromCheck(who, input.params.importId, importId, input.body, now);
    return accepted(importPath(importId), toImportSummary(job, now));
  }

  @Serves(checkAgain)
  async check(@Who() who: Principal, @Input() input: RouteInput<typeof checkAgain>): Promise<Answer> {
    const now = new Date();
    const importId = input.newId('imp');
    const job = await this.imports.checkAgain(who, input.params.importId, importId, input.body, now);
    return accepted(importPath(importId), toImportSummary(job, now));
  }

  @Serves(cancelImport)
  async cancel(@Who() who: Principal, @Input() input: RouteInput<typeof cancelImport>): Promise<Answer> {
    const now = new Date();
    const job = await this.imports.cancel(who, input.params.importId, now);
    return accepted(importPath(job._id), toImportSummary(job, now));
  }

  @Serves(undoImport)
  async undo(@Who() who: Principal, @Input() input: RouteInput<typeof undoImport>): Promise<Answer> {
    const now = new Date();
    const importId = input.newId('imp');
    const job = await this.imports.undo(who, input.params.importId, importId, input.body, now);
    return accepted(importPath(importId), toImportSummary(job, now));
  }

  @Serves(getImport)
  async get(@Who() who: Principal, @Input() input: RouteInput<typeof getImport>): Promise<ImportBody> {
    return toImportBody(await this.imports.details(who, input.params.importId), new Date());
  }

  @Serves(listImportErrors)
  async errors(@Who() who: Principal, @Input() input: RouteInput<typeof listImportErrors>): Promise<Page<Issue>> {
    const job = await this.imports.get(who, input.params.importId);
    return this.reports.issues(job, input.query, new Date());
  }

  @Serves(getRejectedLines)
  async rejectedLines(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof getRejectedLines>,
  ): Promise<StreamableFile> {
    return this.report(await this.imports.get(who, input.params.importId), 'rejected-lines');
  }

  @Serves(getChanges)
  async changes(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof getChanges>,
    @Req() request: Request,
  ): Promise<Page<ImportChange> | StreamableFile> {
    const job = await this.imports.get(who, input.params.importId);
    if (request.accepts(['text/csv', 'application/json']) === 'application/json') {
      demandDecided(job);
      return this.changePages.page(job, input.query);
    }
    const { limit: _limit, ...narrowing } = input.query;
    if (Object.values(narrowing).some((value) => value !== undefined)) throw onlyForPages(narrowing);
    return this.report(job, 'changes');
  }

  private async report(job: ImportJobDocument, report: 'rejected-lines' | 'changes'): Promise<StreamableFile> {
    const { stream, name, sizeBytes } = await this.reports.file(job, report, new Date());
    return fileAnswer(stream, { name, sizeBytes, type: 'text/csv; charset=utf-8' });
  }
}

/** A file that silently held all would be taken for what was asked for. */
function onlyForPages(narrowing: Record<string, string | undefined>): Problem {
  const errors = Object.entries(narrowing)
    .filter(([, value]) => value !== undefined)
    .map(([pointer]) => ({ pointer, message: 'Only with `Accept: application/json`: the file holds all changes.' }));
  const detail = errors.map(({ pointer, message }) => `${pointer}: ${message}`).join(' ');
  return new Problem(400, 'PARAMETER_INVALID', detail, { errors });
}
