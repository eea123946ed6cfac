import { Controller, Req, type StreamableFile } from '@nestjs/common';
import { type Issue, issue, issueCode } from '@roundtrip/contracts';
import type { ImportJobDocument } from '@roundtrip/database';
import { mediaTypeOf } from '@roundtrip/files';
import type { Request } from 'express';
import { z } from 'zod';
import { sentence } from '@roundtrip/words';
import { fileAnswer } from '../http/file-answer.js';
import { type Page, pageOf, pageQuery } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { Problem } from '../http/problem.errors.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import type { ImportChange } from './changes.rules.js';
import { ChangesService } from './changes.service.js';
import { importChange } from './imports.schemas.js';
import { ImportsService } from './imports.service.js';
import { requireDecided, ReportsService } from './reports.service.js';

const tag = 'Imports';
const finishedOnly = { 409: ['IMPORT_NOT_FINISHED', 'IMPORT_HAS_NO_REPORT'], 410: ['REPORT_EXPIRED'] };
const writtenDown = { ...finishedOnly, 503: ['ACTIVITY_NOT_WRITTEN'] };

export const listImportErrors = route({
  operation: 'listImportErrors',
  method: 'get',
  path: '/v1/imports/{importId}/errors',
  tag,
  role: 'viewer',
  summary: 'Every error and warning, in the order of the file.',
  description:
    'A page may hold fewer than `limit`, even none, while `nextCursor` is given: the search for a column goes on there.',
  query: pageQuery.extend({
    code: issueCode.optional().describe('Only those with this code'),
    column: z.string().min(1).max(2_000).optional().describe('Only those about this column, as `issueGroups` name it'),
  }),
  answers: { 200: { description: 'A page of errors and warnings.', schema: pageOf(issue) } },
  problems: finishedOnly,
});

/** Together they have to fit into the head of a request, whatever their letters: values are 1,000 characters long at most, codes 40. */
const wantedValue = z.string().max(1_000);

const wantedCode = z.string().max(100);

const csv = { media: ['text/csv'], headers: { 'Content-Disposition': 'Its name' } };

export const getRejectedLines = route({
  operation: 'getRejectedLines',
  method: 'get',
  path: '/v1/imports/{importId}/rejected-lines',
  tag,
  role: 'editor',
  summary: 'The rejected lines as a file that can be corrected and uploaded as it is.',
  answers: {
    200: {
      description:
        'The file, in the form in which it came: a .csv, or an .xlsx (in parts in a .zip when it has too many lines).',
      media: ['text/csv', mediaTypeOf('.xlsx'), mediaTypeOf('.zip')],
      headers: csv.headers,
    },
  },
  problems: writtenDown,
});

export const getChanges = route({
  operation: 'getChanges',
  method: 'get',
  path: '/v1/imports/{importId}/changes',
  tag,
  role: 'editor',
  summary: 'The applied lines with the values before and after; of a check, those that would be applied.',
  description:
    'A file, or with `Accept: application/json` pages of the same rows. Then they may be asked for by a field and its transition, in the words of `transitions` and `valueChanges`; a page may hold fewer than `limit` while `nextCursor` is given: the search goes on there. The file goes when its time is over, the rows stay.',
  query: pageQuery.extend({
    field: wantedCode.optional().describe('e.g. criteria.PROFESSION: only lines that change it'),
    from: wantedValue.optional().describe('Only from this value of the field, as `transitions` have it'),
    to: wantedValue.optional().describe('Only to this value'),
    added: wantedCode.optional().describe('Only lines that add this value to a field of several'),
    removed: wantedCode.optional().describe('Only lines that remove it'),
  }),
  answers: {
    200: { description: 'The file, or a page of its rows.', schema: pageOf(importChange), ...csv },
  },
  problems: writtenDown,
});

/** What came of an import, line by line. */
@Controller()
export class ImportResultsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly reports: ReportsService,
    private readonly changePages: ChangesService,
  ) {}

  @Serves(listImportErrors)
  async errors(@Who() who: Principal, @Input() input: RouteInput<typeof listImportErrors>): Promise<Page<Issue>> {
    const job = await this.imports.get(who, input.params.importId);
    return this.reports.issues(job, input.query, new Date(), who.language);
  }

  @Serves(getRejectedLines)
  async rejectedLines(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof getRejectedLines>,
  ): Promise<StreamableFile> {
    return this.report(who, await this.imports.get(who, input.params.importId), 'rejected-lines');
  }

  @Serves(getChanges)
  async changes(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof getChanges>,
    @Req() request: Request,
  ): Promise<Page<ImportChange> | StreamableFile> {
    const job = await this.imports.get(who, input.params.importId);
    if (request.accepts(['text/csv', 'application/json']) === 'application/json') {
      requireDecided(job);
      return this.changePages.page(job, input.query);
    }
    const { limit: _limit, ...narrowing } = input.query;
    if (Object.values(narrowing).some((value) => value !== undefined)) throw onlyForPages(narrowing);
    return this.report(who, job, 'changes');
  }

  private async report(
    who: Principal,
    job: ImportJobDocument,
    report: 'rejected-lines' | 'changes',
  ): Promise<StreamableFile> {
    const { stream, name, sizeBytes } = await this.reports.file(who, job, report, new Date());
    return fileAnswer(stream, { name, sizeBytes, type: mediaTypeOf(name) });
  }
}

/** A file that silently held all would be taken for what was asked for. */
function onlyForPages(narrowing: Record<string, string | undefined>): Problem {
  const errors = Object.entries(narrowing)
    .filter(([, value]) => value !== undefined)
    .map(([pointer]) => ({ pointer, message: [sentence('changes-only-json')] }));
  return new Problem(400, 'PARAMETER_INVALID', [], { errors });
}
