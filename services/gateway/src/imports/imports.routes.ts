import {
  dataType,
  fileEncoding,
  importAction,
  importState,
  issue,
  issueCode,
  onConflict,
  requester,
} from '@roundtrip/contracts';
import { z } from 'zod';
import { contactChange } from '../contacts/contacts.routes.js';
import { pageOf, pageQuery } from '../http/page.js';
import { route } from '../http/route.js';
import { jobFields } from '../jobs/job.body.js';
import { encodingHint, uploadForm } from './upload-form.rules.js';

const count = z.int().nonnegative();

export const countsBody = z
  .object({
    total: count,
    applied: count.optional().describe('Of an update'),
    wouldApply: count.optional().describe('Of a check'),
    unchanged: count,
    rejected: count,
    notAttempted: count,
    overwritten: count,
    warnings: count,
    blankLines: count,
  })
  .meta({ id: 'ImportCounts', description: 'total = applied (or wouldApply) + unchanged + rejected + notAttempted' });

export const importSummary = z
  .object({
    importId: z.string(),
    type: z.literal('import'),
    dataType,
    action: importAction,
    onConflict,
    overwriteRefusals: z.boolean(),
    encoding: fileEncoding.nullable().describe('What the file is to be read as; null when nobody has said so'),
    state: importState,
    requestedBy: requester,
    ...jobFields,
    file: z.object({ name: z.string(), sizeBytes: z.int() }).nullable().describe('Null for an undo'),
    counts: countsBody.nullable().describe('Null before the end'),
    checkImportId: z.string().nullable().describe('The check that this update was started from'),
    checkAgainOf: z.string().nullable().describe('The import whose file this check reads again'),
    undoOf: z.string().nullable().describe('The import that this one undoes'),
    sameFileAs: z.string().nullable().describe('An earlier update with the same bytes'),
    cancelRequestedAt: z.iso
      .datetime()
      .nullable()
      .describe('It was asked to stop; what had been applied by then stays'),
    stopping: z.boolean().describe('It was asked to stop, and is not over yet'),
    links: z.object({ self: z.string(), errors: z.string(), rejectedLines: z.string(), changes: z.string() }),
  })
  .meta({ id: 'ImportSummary' });

const transition = z.object({
  path: z.string(),
  code: z.string(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  lines: count,
});

const valueChange = z.object({
  path: z.string(),
  code: z.string(),
  name: z.string(),
  change: z.enum(['added', 'removed']),
  value: z.string(),
  lines: count,
});

const issueGroup = z
  .object({
    code: issueCode,
    column: z.string().nullable().describe('Null: they are about the line as a whole'),
    count,
    lines: z.array(z.object({ line: z.int(), part: z.int().nullable() })).describe('The first that have one'),
    message: z.string().nullable().describe('What all of them say; null where it is not the same'),
    hint: z.string().nullable(),
    others: z.boolean().describe('Of all columns that have no group of their own'),
  })
  .meta({ id: 'IssueGroup' });

export const importBody = importSummary
  .extend({
    transitions: z.array(transition).describe('How many lines take a field from which value to which'),
    valueChanges: z
      .array(valueChange)
      .describe('Of fields of several values: how many lines add which value, and remove which'),
    warnings: z.array(issue),
    firstErrors: z.array(issue).describe('The first 50'),
    issueCounts: z.record(z.string(), count).describe('Errors and warnings by code'),
    issueGroups: z.array(issueGroup).describe('Errors and warnings about lines, by code and column'),
  })
  .meta({ id: 'Import' });

const tag = 'Imports';
const accepted = {
  202: {
    description: 'It will be worked on.',
    schema: importSummary,
    headers: { Location: 'Where it can be followed' },
  },
};
const finishedOnly = { 409: ['IMPORT_NOT_FINISHED', 'IMPORT_HAS_NO_REPORT'], 410: ['REPORT_EXPIRED'] };

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
    'multipart/form-data with the fields first and the part `file` last: a .csv, or a .zip with one .csv or the parts of one template.',
  multipart: uploadForm,
  example: { dataType: 'criteria', action: 'check', file: 'contact-criteria_TEACHERS_20260302-0805.csv' },
  answers: accepted,
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
  body: z.strictObject({
    onConflict: onConflict.optional(),
    overwriteRefusals: z.boolean().optional(),
    encoding: fileEncoding.optional().describe(encodingHint),
    email: z.string().max(320).optional().describe('Where the one mail about the end goes'),
  }),
  bodyOptional: true,
  example: { onConflict: 'reject' },
  answers: accepted,
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
  body: z.strictObject({
    encoding: fileEncoding.optional().describe(encodingHint),
    email: z.string().max(320).optional().describe('Where the one mail about the end goes'),
  }),
  bodyOptional: true,
  example: { encoding: 'macintosh' },
  answers: accepted,
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
  answers: accepted,
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
  body: z.strictObject({
    overwriteRefusals: z
      .boolean()
      .optional()
      .describe('Also make an authorisation True or Empty again that the first import has made False'),
    email: z.string().max(320).optional().describe('Where the one mail about the end goes'),
  }),
  bodyOptional: true,
  example: { overwriteRefusals: false, email: 'jane@example.org' },
  answers: accepted,
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

/** A row of the changes: what contacts' histories say, of one import. */
export const importChange = contactChange
  .omit({ importId: true })
  .extend({ contactNumber: z.string() })
  .meta({ id: 'ImportChange' });

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
  answers: { 200: { description: 'The file.', ...csv } },
  problems: finishedOnly,
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
  problems: finishedOnly,
});
