import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import { accepted, type Answer } from '../http/answer.js';
import { type Page, pageOf, pageQuery } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import { JobLists } from '../jobs/job-lists.service.js';
import { type ImportBody, toImportBody } from './import-details.body.js';
import { importPath, type ImportSummary, toImportSummary } from './import.body.js';
import { checkAgainBody, importBody, importSummary, undoBody, updateBody } from './imports.schemas.js';
import { ImportsService } from './imports.service.js';
import { uploadForm } from './upload-form.rules.js';
import { UploadsService } from './uploads.service.js';

const tag = 'Imports';

const acceptedImport = {
  202: {
    description: 'It will be worked on.',
    schema: importSummary,
    headers: { Location: 'Where it can be followed' },
  },
};

export const listImports = route({
  operation: 'listImports',
  method: 'get',
  path: '/v1/imports',
  tag,
  role: 'viewer',
  summary: 'The imports, the newest first.',
  query: pageQuery,
  answers: { 200: { description: 'A page of imports.', schema: pageOf(importSummary) } },
});

export const uploadImport = route({
  operation: 'uploadImport',
  method: 'post',
  path: '/v1/imports',
  tag,
  role: 'editor',
  roleNote: 'operator for `action=update` and `onConflict=overwrite`, admin for `overwriteRefusals=true`',
  summary: 'New: upload a file to check it, or to update the data with it.',
  description:
    'multipart/form-data with the fields first and the part `file` last: an .xlsx or a .csv, or a .zip with one of them or the parts of one template. What the file holds decides, not its name.',
  multipart: uploadForm,
  example: { dataType: 'criteria', action: 'check', file: 'contact-criteria_TEACHERS_20260302-0805.csv' },
  answers: acceptedImport,
  problems: {
    400: ['MULTIPART_MALFORMED', 'FORM_INVALID', 'FIELD_AFTER_FILE', 'FILE_MISSING', 'TOO_MANY_PARTS'],
    408: ['UPLOAD_STALLED'],
    413: ['FILE_TOO_LARGE'],
    415: ['MEDIA_TYPE_UNSUPPORTED'],
    422: ['FILE_EMPTY', 'FILE_NOT_CSV', 'EMAIL_INVALID', 'EMAIL_DOMAIN_NOT_ALLOWED'],
    429: ['TOO_MANY_AT_ONCE', 'TOO_MUCH_UPLOADED'],
  },
  timeLimitMs: 0,
});

export const updateFromCheck = route({
  operation: 'updateFromCheck',
  method: 'post',
  path: '/v1/imports/{importId}/update',
  tag,
  role: 'operator',
  roleNote: 'admin for `overwriteRefusals=true`',
  summary: 'Update the data with the file of a finished check.',
  description:
    'A new import of the same file. What is left out is as it was for the check; no mail is sent unless an address is given.',
  body: updateBody,
  bodyOptional: true,
  example: { onConflict: 'reject' },
  answers: acceptedImport,
  problems: {
    409: ['IMPORT_NOT_CHECKED'],
    410: ['UPLOAD_EXPIRED'],
    422: ['EMAIL_INVALID', 'EMAIL_DOMAIN_NOT_ALLOWED'],
  },
});

export const checkAgain = route({
  operation: 'checkAgain',
  method: 'post',
  path: '/v1/imports/{importId}/check',
  tag,
  role: 'editor',
  roleNote: 'as for the upload when the import was to overwrite values',
  summary: 'Check the file of an import again, in another encoding.',
  description:
    'For a file whose encoding is uncertain (ENCODING_ASSUMED, ENCODING_UNCERTAIN): a new check of the same file. What is left out is as it was for that import; no mail is sent unless an address is given.',
  body: checkAgainBody,
  bodyOptional: true,
  example: { encoding: 'macintosh' },
  answers: acceptedImport,
  problems: {
    409: ['IMPORT_NOT_FINISHED', 'IMPORT_HAS_NO_FILE'],
    410: ['UPLOAD_EXPIRED'],
    422: ['EMAIL_INVALID', 'EMAIL_DOMAIN_NOT_ALLOWED'],
  },
});

export const cancelImport = route({
  operation: 'cancelImport',
  method: 'post',
  path: '/v1/imports/{importId}/cancel',
  tag,
  role: 'operator',
  summary: 'Stop an import that is not over.',
  description:
    'No further line is begun. What was applied stays, is listed in the file of changes and can be undone; the other lines count as not attempted. Asking again changes nothing.',
  answers: acceptedImport,
  problems: { 409: ['IMPORT_FINISHED'] },
});

export const undoImport = route({
  operation: 'undoImport',
  method: 'post',
  path: '/v1/imports/{importId}/undo',
  tag,
  role: 'operator',
  roleNote: 'admin for `overwriteRefusals=true`',
  summary: 'Take back what an update has changed.',
  description:
    'A new import, made from the changes of the first with before and after swapped. What was changed since is kept and named as CONFLICT. An authorisation that is False now stays so, and its line is named as CONFLICT_REFUSAL, unless `overwriteRefusals` is given: it takes back the refusals that the first import has recorded, and none that came later. It can be undone in turn.',
  body: undoBody,
  bodyOptional: true,
  example: { overwriteRefusals: false, email: 'jane@example.org' },
  answers: acceptedImport,
  problems: { 409: ['IMPORT_NOT_UNDOABLE'], 422: ['EMAIL_INVALID', 'EMAIL_DOMAIN_NOT_ALLOWED'] },
});

export const getImport = route({
  operation: 'getImport',
  method: 'get',
  path: '/v1/imports/{importId}',
  tag,
  role: 'viewer',
  summary: 'One import with its results.',
  answers: { 200: { description: 'The import.', schema: importBody } },
});

@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly uploads: UploadsService,
    private readonly lists: JobLists,
  ) {}

  @Serves(listImports)
  list(@Who() who: Principal, @Input() input: RouteInput<typeof listImports>): Promise<Page<ImportSummary>> {
    return this.lists.page('import', who, input.query, toImportSummary);
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
    return accepted(importPath(importId), toImportSummary(job, now, who.language));
  }

  @Serves(checkAgain)
  async check(@Who() who: Principal, @Input() input: RouteInput<typeof checkAgain>): Promise<Answer> {
    const now = new Date();
    const importId = input.newId('imp');
    const job = await this.imports.checkAgain(who, input.params.importId, importId, input.body, now);
    return accepted(importPath(importId), toImportSummary(job, now, who.language));
  }

  @Serves(cancelImport)
  async cancel(@Who() who: Principal, @Input() input: RouteInput<typeof cancelImport>): Promise<Answer> {
    const now = new Date();
    const job = await this.imports.cancel(who, input.params.importId, now);
    return accepted(importPath(job._id), toImportSummary(job, now, who.language));
  }

  @Serves(undoImport)
  async undo(@Who() who: Principal, @Input() input: RouteInput<typeof undoImport>): Promise<Answer> {
    const now = new Date();
    const importId = input.newId('imp');
    const job = await this.imports.undo(who, input.params.importId, importId, input.body, now);
    return accepted(importPath(importId), toImportSummary(job, now, who.language));
  }

  @Serves(getImport)
  async get(@Who() who: Principal, @Input() input: RouteInput<typeof getImport>): Promise<ImportBody> {
    return toImportBody(await this.imports.details(who, input.params.importId), new Date(), who.language);
  }
}
