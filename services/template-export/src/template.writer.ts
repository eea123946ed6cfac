import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TemplateExportConfig } from './config.js';
import { ContactFeed } from './contact-feed.reader.js';
import type { TemplateLayout } from './contact-line.rules.js';
import { csvForm } from './csv.form.js';
import { ContactsReader } from './contacts.reader.js';
import { type Resolved, templateFields } from './layout.rules.js';
import { recordHead, recordLines } from './line-record.rules.js';
import { LineRecord } from './line-record.writer.js';
import { fileName, templateName } from './template-file.rules.js';
import type { ResolvedTemplate } from './resolutions.reader.js';
import { NeedsParts, TemplateParts } from './template-parts.writer.js';
import { type TemplateOutcome, TemplatesRepository } from './templates.repository.js';
import { workbookForm } from './workbook.form.js';

type WrittenTemplate = Required<Pick<TemplateOutcome, 'lines' | 'file'>>;
/** One template to write: what was asked, and what it resolved to. */
export type TemplateJob = ResolvedTemplate & { resolution: Resolved };
interface Writing {
  onLines: (lines: number) => Promise<void>;
  signal: AbortSignal;
}

/** Makes the file of a template from the contacts, as a stream from the database to the object store. */
@Injectable()
export class TemplateWriter {
  constructor(
    private readonly contacts: ContactsReader,
    private readonly templates: TemplatesRepository,
    private readonly config: TemplateExportConfig,
  ) {}

  /** @returns undefined when the target holds nobody: then there is no file */
  async write(job: TemplateJob, writing: Writing): Promise<WrittenTemplate | undefined> {
    const numbered = job.resolution.count > this.config.TEMPLATE_PART_LINES;
    try {
      return await this.attempt(job, numbered, writing);
    } catch (error) {
      // The target has grown since it was counted.
      if (error instanceof NeedsParts) return this.attempt(job, true, writing);
      throw error;
    }
  }

  private async attempt(job: TemplateJob, numbered: boolean, writing: Writing): Promise<WrittenTemplate | undefined> {
    const { templateId, institution, dataType, format, resolution, resolvedAt: at } = job;
    const { definitions, delimiter, language: ofInstitution } = await this.contacts.settings(institution);
    const language = job.language ?? ofInstitution;
    const layout: TemplateLayout = { dataType, delimiter, fields: templateFields(dataType, resolution, definitions) };
    const query = { rule: resolution.rule, definitions, at, institution };
    const linesPerPart = this.config.TEMPLATE_PART_LINES;
    const seed = randomInt(2 ** 32);
    const record = new LineRecord({
      head: recordHead(layout, seed, linesPerPart),
      linesOf: recordLines(layout, seed),
      store: (content) => this.templates.storeLines(templateId, content, writing.signal),
    });
    const feed = new ContactFeed(record.noted(this.contacts.contacts(query, layout.fields, writing.signal)));
    try {
      if (await feed.isEmpty()) return undefined;
      const name = templateName(dataType, resolution.target.code, at);
      const { onLines } = writing;
      const form =
        format === 'csv' ? csvForm(layout) : workbookForm({ layout, language, templateId, title: name, madeAt: at });
      const parts = new TemplateParts(feed, { form, name, numbered, linesPerPart, modifiedAt: at, onLines });
      const delivered = fileName(name, format, numbered);
      const object = await this.templates.store(templateId, parts, delivered, writing.signal);
      await record.stored();
      return { lines: parts.lines, file: { ...object, name: delivered, parts: parts.parts } };
    } finally {
      await feed.close();
    }
  }
}
