import { Controller, type StreamableFile } from '@nestjs/common';
import { templateDataType, templateFormat } from '@roundtrip/contracts';
import { identifierText } from '@roundtrip/fields';
import { mediaTypeOf } from '@roundtrip/files';
import { z } from 'zod';
import { accepted, type Answer } from '../http/answer.js';
import { fileAnswer } from '../http/file-answer.js';
import { type Page, pageOf, pageQuery } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import { JobLists } from '../jobs/job-lists.service.js';
import { JobQueueRepository } from '../jobs/job-queue.repository.js';
import { type TemplateBody, templatePath, toTemplateBody } from './template.body.js';
import { templateBody } from './templates.schemas.js';
import { TemplatePreviews } from './template-previews.service.js';
import { TemplatesService } from './templates.service.js';

const tag = 'Templates';
/** Two columns each: with the four of the person a file that may still come back. */
const FIELDS_MAX = 900;

const templateWanted = z.strictObject({
  dataType: templateDataType,
  targetId: z.string().min(1).max(100),
  format: templateFormat.default('csv').describe('A .csv, or a workbook whose cells no spreadsheet rewrites'),
  fields: z
    .array(z.string().max(100).overwrite(identifierText))
    .min(1)
    .max(FIELDS_MAX)
    .optional()
    .describe('Codes of the fields to show, in the order of their columns; else all active ones by rank'),
});

export const listTemplates = route({
  operation: 'listTemplates',
  method: 'get',
  path: '/v1/templates',
  tag,
  role: 'viewer',
  summary: 'The import templates, the newest first.',
  query: pageQuery,
  answers: { 200: { description: 'A page of templates.', schema: pageOf(templateBody) } },
});

export const requestTemplate = route({
  operation: 'requestTemplate',
  method: 'post',
  path: '/v1/templates',
  tag,
  role: 'editor',
  summary: 'Download import template: ask for the file of a target.',
  description:
    'The file is made in the background. With an e-mail address it is sent there, too; the mail also tells of a failure.',
  body: templateWanted.extend({
    email: z.string().max(320).optional().describe('Where the one mail about the end goes'),
  }),
  example: { dataType: 'criteria', targetId: 'tgt_0123456789abcdefghjk', email: 'officer@example.org', format: 'xlsx' },
  answers: {
    202: { description: 'It will be made.', schema: templateBody, headers: { Location: 'Where it can be followed' } },
  },
  problems: { 404: ['TARGET_UNKNOWN'], 422: ['EMAIL_INVALID', 'EMAIL_DOMAIN_NOT_ALLOWED'], 429: ['TOO_MANY_MAILS'] },
});

export const previewTemplate = route({
  operation: 'previewTemplate',
  method: 'post',
  path: '/v1/templates/preview',
  tag,
  role: 'editor',
  summary: 'How a template would begin if it were made now: its columns, and the lines of its first contacts.',
  body: templateWanted,
  example: { dataType: 'criteria', targetId: 'tgt_0123456789abcdefghjk', format: 'xlsx' },
  answers: {
    200: {
      description: 'The first lines. No file is made.',
      schema: z.object({
        fields: z
          .array(z.string())
          .describe('Codes; behind the four columns of the person each has an [old] and a [new] column'),
        header: z.array(z.string()),
        lines: z.array(z.array(z.string())).describe('The first three, cell by cell'),
      }),
    },
  },
  problems: {
    404: ['TARGET_UNKNOWN'],
    422: ['RULE_INVALID'],
    429: ['TOO_MANY_AT_ONCE'],
    503: ['TOOK_TOO_LONG'],
  },
  timeLimitMs: 30_000,
});

export const getTemplate = route({
  operation: 'getTemplate',
  method: 'get',
  path: '/v1/templates/{templateId}',
  tag,
  role: 'viewer',
  summary: 'One template.',
  answers: { 200: { description: 'The template.', schema: templateBody } },
});

export const getTemplateFile = route({
  operation: 'getTemplateFile',
  method: 'get',
  path: '/v1/templates/{templateId}/file',
  tag,
  role: 'editor',
  summary: 'The file to edit: an .xlsx, or a .zip with the .csv or with several parts.',
  answers: {
    200: {
      description: 'The file.',
      media: ['application/zip', mediaTypeOf('.xlsx')],
      headers: { 'Content-Disposition': 'Its name' },
    },
  },
  problems: { 409: ['TEMPLATE_NOT_READY'], 410: ['TEMPLATE_EXPIRED'], 503: ['ACTIVITY_NOT_WRITTEN'] },
});

@Controller()
export class TemplatesController {
  constructor(
    private readonly templates: TemplatesService,
    private readonly previews: TemplatePreviews,
    private readonly lists: JobLists,
    private readonly queue: JobQueueRepository,
  ) {}

  @Serves(listTemplates)
  list(@Who() who: Principal, @Input() input: RouteInput<typeof listTemplates>): Promise<Page<TemplateBody>> {
    return this.lists.page('template', who, input.query, toTemplateBody);
  }

  @Serves(requestTemplate)
  async request(@Who() who: Principal, @Input() input: RouteInput<typeof requestTemplate>): Promise<Answer> {
    const now = new Date();
    const job = await this.templates.request(who, { templateId: input.newId('tpl'), ...input.body }, now);
    return accepted(templatePath(job._id), toTemplateBody(job, now, who.language));
  }

  @Serves(previewTemplate)
  preview(@Who() who: Principal, @Input() input: RouteInput<typeof previewTemplate>) {
    return this.previews.preview(who, input.body, new Date());
  }

  @Serves(getTemplate)
  async get(@Who() who: Principal, @Input() input: RouteInput<typeof getTemplate>): Promise<TemplateBody> {
    const job = await this.templates.get(who, input.params.templateId);
    return toTemplateBody(await this.queue.withPosition(job), new Date(), who.language);
  }

  @Serves(getTemplateFile)
  async file(@Who() who: Principal, @Input() input: RouteInput<typeof getTemplateFile>): Promise<StreamableFile> {
    const { stream, name, sizeBytes } = await this.templates.file(who, input.params.templateId, new Date());
    return fileAnswer(stream, { name, sizeBytes, type: mediaTypeOf(name) });
  }
}
