import { requester, templateDataType, templateState } from '@roundtrip/contracts';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.js';
import { route } from '../http/route.js';
import { jobFields } from '../jobs/job.body.js';

export const templateBody = z
  .object({
    templateId: z.string(),
    type: z.literal('template'),
    dataType: templateDataType,
    action: z.literal('template'),
    state: templateState,
    target: z.object({ targetId: z.string(), code: z.string(), name: z.string() }),
    requestedBy: requester,
    ...jobFields,
    lines: z.int().nullable().describe('Contacts in the file, when it is made'),
    file: z.object({ name: z.string(), sizeBytes: z.int(), parts: z.int() }).nullable(),
    expiresAt: z.iso.datetime().nullable(),
    links: z.object({ self: z.string(), file: z.string().nullable().describe('When it can be fetched') }),
  })
  .meta({ id: 'Template' });

const tag = 'Templates';

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
  body: z.strictObject({
    dataType: templateDataType,
    targetId: z.string().min(1).max(100),
    email: z.string().max(320).optional().describe('Where the one mail about the end goes'),
  }),
  example: { dataType: 'criteria', targetId: 'tgt_0123456789abcdefghjk', email: 'officer@example.org' },
  answers: {
    202: { description: 'It will be made.', schema: templateBody, headers: { Location: 'Where it can be followed' } },
  },
  problems: { 404: ['TARGET_UNKNOWN'], 422: ['EMAIL_INVALID', 'EMAIL_DOMAIN_NOT_ALLOWED'], 429: ['TOO_MANY_MAILS'] },
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
  summary: 'The .zip with the .csv to edit.',
  answers: {
    200: { description: 'The file.', media: ['application/zip'], headers: { 'Content-Disposition': 'Its name' } },
  },
  problems: { 409: ['TEMPLATE_NOT_READY'], 410: ['TEMPLATE_EXPIRED'] },
});
