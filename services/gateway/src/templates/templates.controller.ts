import { Controller, type StreamableFile } from '@nestjs/common';
import { accepted, type Answer } from '../http/answer.js';
import { fileAnswer } from '../http/file-answer.js';
import type { Page } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { Serves } from '../http/route.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { JobLists } from '../jobs/job-lists.service.js';
import { JobQueueRepository } from '../jobs/job-queue.repository.js';
import { type TemplateBody, templatePath, toTemplateBody } from './template.body.js';
import { getTemplate, getTemplateFile, listTemplates, requestTemplate } from './templates.routes.js';
import { TemplatesService } from './templates.service.js';

@Controller()
export class TemplatesController {
  constructor(
    private readonly templates: TemplatesService,
    private readonly lists: JobLists,
    private readonly queue: JobQueueRepository,
  ) {}

  @Serves(listTemplates)
  list(@Who() who: Principal, @Input() input: RouteInput<typeof listTemplates>): Promise<Page<TemplateBody>> {
    return this.lists.page('template', who.institution, input.query, toTemplateBody);
  }

  @Serves(requestTemplate)
  async request(@Who() who: Principal, @Input() input: RouteInput<typeof requestTemplate>): Promise<Answer> {
    const now = new Date();
    const job = await this.templates.request(who, { templateId: input.newId('tpl'), ...input.body }, now);
    return accepted(templatePath(job._id), toTemplateBody(job, now));
  }

  @Serves(getTemplate)
  async get(@Who() who: Principal, @Input() input: RouteInput<typeof getTemplate>): Promise<TemplateBody> {
    const job = await this.templates.get(who, input.params.templateId);
    return toTemplateBody(await this.queue.withPosition(job), new Date());
  }

  @Serves(getTemplateFile)
  async file(@Who() who: Principal, @Input() input: RouteInput<typeof getTemplateFile>): Promise<StreamableFile> {
    const { stream, name, sizeBytes } = await this.templates.file(who, input.params.templateId, new Date());
    return fileAnswer(stream, { name, sizeBytes, type: 'application/zip' });
  }
}
