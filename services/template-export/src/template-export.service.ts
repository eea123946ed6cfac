import { Injectable } from '@nestjs/common';
import { templateCompleted, templateFailed, templateProgressed, templateStarted } from '@roundtrip/contracts';
import { Database } from '@roundtrip/database';
import { EventPublisher } from '@roundtrip/kafka';
import { jobOnRecord, metrics } from '@roundtrip/service';
import { traced } from '@roundtrip/tracing';
import { englishFault, saidText } from '@roundtrip/words';
import { ResolutionsReader } from './resolutions.reader.js';
import { type TemplateJob, TemplateWriter } from './template.writer.js';
import { type TemplateOutcome, TemplatesRepository } from './templates.repository.js';

const PROGRESS_INTERVAL_MS = 1_000;

@Injectable()
export class TemplateExportService {
  constructor(
    private readonly database: Database,
    private readonly resolutions: ResolutionsReader,
    private readonly writer: TemplateWriter,
    private readonly templates: TemplatesRepository,
    private readonly events: EventPublisher,
  ) {}

  /**
   * Makes the file of a template and says how it ended; of a template that is finished it only says so again.
   *
   * @throws UntrueMessage when it is not what was asked for and settled
   */
  async export(said: Parameters<ResolutionsReader['find']>[0], signal: AbortSignal): Promise<void> {
    const template = await this.resolutions.find(said);
    const { templateId, institution, resolution } = template;
    const finished = await this.templates.outcome(templateId);
    if (finished) return this.events.publish(templateCompleted, finished);
    if (resolution.outcome === 'refused') {
      const { code, detail } = resolution;
      const failedAt = template.resolvedAt.toISOString();
      return this.events.publish(templateFailed, {
        templateId,
        institution,
        code,
        detail: saidText('en', detail),
        failedAt,
      });
    }
    await this.events.publish(templateCompleted, await this.make({ ...template, resolution }, signal));
  }

  /** Says that a template will never be: its message became a dead letter. */
  async fail(templateId: string, failedAt: Date): Promise<void> {
    const { institution } = await jobOnRecord(this.database, 'template', templateId);
    const failure = {
      templateId,
      institution,
      ...englishFault('TEMPLATE_FAILED'),
      failedAt: failedAt.toISOString(),
    };
    await this.events.publish(templateFailed, await this.templates.fail(failure));
  }

  private async make(job: TemplateJob, signal: AbortSignal): Promise<TemplateOutcome> {
    const { templateId, institution } = job;
    await this.events.publish(templateStarted, { templateId, institution, linesTotal: job.resolution.count });
    try {
      const attributes = { 'roundtrip.lines': job.resolution.count, 'roundtrip.format': job.format };
      const written = await traced({ name: 'write template', attributes }, () =>
        this.writer.write(job, { signal, onLines: this.progressOf(job) }),
      );
      const outcome: TemplateOutcome = {
        templateId,
        institution,
        ...(written ? { state: 'READY', ...written } : { state: 'EMPTY', lines: 0 }),
        completedAt: new Date().toISOString(),
      };
      return await this.templates.finish(outcome);
    } catch (error) {
      // Another worker may have had the same message, and have been faster: then its file is the file.
      const other = await this.templates.outcome(templateId).catch(() => undefined);
      if (other) return other;
      throw error;
    }
  }

  private progressOf({ templateId, institution, resolution }: TemplateJob): (linesDone: number) => Promise<void> {
    let lastAt = Date.now();
    let counted = 0;
    return async (linesDone) => {
      metrics.lines.inc({ outcome: 'exported' }, Math.max(linesDone - counted, 0));
      counted = linesDone;
      if (Date.now() - lastAt < PROGRESS_INTERVAL_MS) return;
      lastAt = Date.now();
      const linesTotal = Math.max(resolution.count, linesDone);
      await this.events.publish(templateProgressed, { templateId, institution, linesDone, linesTotal });
    };
  }
}
