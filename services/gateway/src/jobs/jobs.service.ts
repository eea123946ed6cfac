import { Injectable, Logger } from '@nestjs/common';
import { requesterIn } from '@roundtrip/contracts';
import type { ImportJobDocument, TemplateJobDocument } from '@roundtrip/database';
import { metrics } from '@roundtrip/service';
import { Activities } from '../activities/activities.service.js';
import { importEnd } from '../imports/import-deeds.rules.js';
import { importChange, type ImportEvent, isFinal } from './import-job.rules.js';
import { JobAdmission } from './job-admission.service.js';
import { type JobDocument, JobsRepository } from './jobs.repository.js';
import { PacesRepository } from './paces.repository.js';
import { kindOf, measured } from './paces.rules.js';
import { templateChange, type TemplateEvent } from './template-job.rules.js';
import { sizeOfOpen } from './work-figures.rules.js';

type Mail = NonNullable<ImportJobDocument['mail']>;

/** Brings the read model up to date. Old and repeated events change nothing. */
@Injectable()
export class JobsService {
  private readonly logger = new Logger(JobsService.name);

  constructor(
    private readonly jobs: JobsRepository,
    private readonly paces: PacesRepository,
    private readonly admission: JobAdmission,
    private readonly activities: Activities,
  ) {}

  async noteTemplate(templateId: string, event: TemplateEvent): Promise<void> {
    let noted: { job: TemplateJobDocument; change: ReturnType<typeof templateChange> } | undefined;
    const known = await this.jobs.change('template', templateId, (job) => {
      const change = templateChange(job, event);
      noted = { job, change };
      return withMail(job, change);
    });
    this.warnIfUnknown(templateId, known);
    if (!noted?.change) return;
    count(noted.job, noted.change);
    if (noted.change.finishedAt) await this.admission.admit(noted.job.institution);
  }

  async noteImport(importId: string, event: ImportEvent): Promise<void> {
    await this.recordEnd(importId, event);
    let noted: { job: ImportJobDocument; change: ReturnType<typeof importChange> } | undefined;
    const known = await this.jobs.change('import', importId, (job) => {
      const change = importChange(job, event);
      noted = { job, change };
      return withMail(job, change);
    });
    this.warnIfUnknown(importId, known);
    if (!noted?.change) return;
    const { job, change } = noted;
    count(job, change);
    if (!change.finishedAt) return;
    const paces = change.progress && measured(change.progress);
    await this.admission.admit(job.institution);
    if (paces) await this.paces.add(job.institution, kindOf(job), paces);
  }

  /** Before it has ended for anybody who looks: if it cannot be written down, the event comes again. */
  private async recordEnd(importId: string, event: ImportEvent): Promise<void> {
    if (event.type !== 'completed' && event.type !== 'rejected' && event.type !== 'failed') return;
    const job = await this.jobs.ofId('import', importId);
    if (!job || isFinal(job.state)) return;
    const who = { institution: job.institution, ...requesterIn(job.requestedBy) };
    await this.activities.recordPatiently(who, importEnd(job, event), event.at);
  }

  /** Nothing that is said of it changes it any more. */
  isOver(jobId: string): Promise<boolean> {
    return this.jobs.isOver(jobId);
  }

  /** A mail that was sent stays sent. */
  async noteMail(jobId: string, mail: Mail): Promise<void> {
    const type = jobId.startsWith('tpl_') ? 'template' : 'import';
    this.warnIfUnknown(
      jobId,
      await this.jobs.change(type, jobId, (job) =>
        job.mail?.state === 'sent' ? undefined : mailChange(job.mail, mail),
      ),
    );
  }

  /** The job is written before its first event is published: one without a job belongs to another database. */
  private warnIfUnknown(jobId: string, known: boolean): void {
    if (!known) this.logger.warn({ message: 'An event of a job that is not here', jobId });
  }
}

type Counted = Partial<Pick<JobDocument, 'state' | 'startedAt' | 'finishedAt' | 'problem'>>;

/** By whoever of several gateways has written the change: so each job counts once. */
function count(job: JobDocument, { state, startedAt, finishedAt, problem }: Counted): void {
  const { type, requestedAt } = job;
  if (startedAt && !job.startedAt) {
    const waitedMs = startedAt.getTime() - requestedAt.getTime();
    metrics.jobWaitingSeconds.observe({ type, size: sizeOfOpen(job) }, Math.max(0, waitedMs) / 1000);
  }
  if (finishedAt && state) metrics.jobsFinished.inc({ type, state, code: problem?.code ?? 'none' });
}

const mailChange = (known: Mail | undefined, mail: Mail): { mail: Mail; mailOpen: false } | undefined =>
  known?.state === mail.state ? undefined : { mail, mailOpen: false };

/** A job that ends and about which a mail is wanted: that mail is waited for. */
const withMail = <C extends { finishedAt?: Date }>(
  job: Pick<JobDocument, 'email' | 'mail'>,
  change: C | undefined,
): (C & { mailOpen?: true }) | undefined =>
  change?.finishedAt && job.email !== undefined && !job.mail ? { ...change, mailOpen: true } : change;
