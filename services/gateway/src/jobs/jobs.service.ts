import { Injectable, Logger } from '@nestjs/common';
import type { ImportJobDocument, PhasePaces } from '@roundtrip/contacts';
import { importChange, type ImportNews } from './import-job.rules.js';
import { type JobDocument, JobsRepository } from './jobs.repository.js';
import { PacesRepository } from './paces.repository.js';
import { kindOf, measured } from './paces.rules.js';
import { templateChange, type TemplateNews } from './template-job.rules.js';

type Mail = NonNullable<ImportJobDocument['mail']>;

/** Brings the read model up to date. Old and repeated news changes nothing. */
@Injectable()
export class JobsService {
  private readonly logger = new Logger(JobsService.name);

  constructor(
    private readonly jobs: JobsRepository,
    private readonly paces: PacesRepository,
  ) {}

  async noteTemplate(templateId: string, news: TemplateNews): Promise<void> {
    this.demand(
      templateId,
      await this.jobs.change('template', templateId, (job) => withMail(job, templateChange(job, news))),
    );
  }

  async noteImport(importId: string, news: ImportNews): Promise<void> {
    let ended: { job: ImportJobDocument; paces: PhasePaces } | undefined;
    const known = await this.jobs.change('import', importId, (job) => {
      const change = importChange(job, news);
      const paces = change?.finishedAt && change.progress && measured(change.progress);
      ended = paces && { job, paces };
      return withMail(job, change);
    });
    this.demand(importId, known);
    if (ended) await this.paces.add(ended.job.institution, kindOf(ended.job), ended.paces);
  }

  /** A mail that was sent stays sent. */
  async noteMail(jobId: string, mail: Mail): Promise<void> {
    const type = jobId.startsWith('tpl_') ? 'template' : 'import';
    this.demand(
      jobId,
      await this.jobs.change(type, jobId, (job) =>
        job.mail?.state === 'sent' ? undefined : mailChange(job.mail, mail),
      ),
    );
  }

  /** The job is written before its first event is published: one without a job belongs to another database. */
  private demand(jobId: string, known: boolean): void {
    if (!known) this.logger.warn({ message: 'News of a job that is not here', jobId });
  }
}

const mailChange = (known: Mail | undefined, mail: Mail): { mail: Mail; mailOpen: false } | undefined =>
  known?.state === mail.state ? undefined : { mail, mailOpen: false };

/** A job that ends and about which a mail is wanted: that mail is waited for. */
const withMail = <C extends { finishedAt?: Date }>(
  job: Pick<JobDocument, 'email' | 'mail'>,
  change: C | undefined,
): (C & { mailOpen?: true }) | undefined =>
  change?.finishedAt && job.email !== undefined && !job.mail ? { ...change, mailOpen: true } : change;
