import { Injectable } from '@nestjs/common';
import { ObjectStore } from '@roundtrip/files';
import { DependencyAway } from '@roundtrip/kafka';
import { metrics } from '@roundtrip/service';
import { type Carriage, carriageOf } from './attachment.rules.js';
import { NotificationsConfig } from './config.js';
import type { Language } from '@roundtrip/contracts';
import { type Job, JobsReader } from './jobs.reader.js';
import { LetterWriter } from './letter.writer.js';
import { letterView } from './letter-view.rules.js';
import type { Settled } from './mails.repository.js';
import type { JobNotice } from './notice.rules.js';
import { refusalReason, sendProblem } from './smtp.errors.js';
import { SmtpMailer } from './smtp.mailer.js';

export interface MailTask {
  notice: JobNotice;
  job: Job;
  /** As `parseEmailAddress` returns it. */
  to: string;
  messageId: string;
  /** When the job ended: how long a mailbox has been refusing is counted from here. */
  endedAt: Date;
}

/** Writes the mail of a job and gives it to the mail server. */
@Injectable()
export class MailSender {
  constructor(
    private readonly jobs: JobsReader,
    private readonly letters: LetterWriter,
    private readonly objects: ObjectStore,
    private readonly mailer: SmtpMailer,
    private readonly config: NotificationsConfig,
  ) {}

  /** @throws DependencyAway while the mail server is away, or does not take the mail for the moment */
  async send(task: MailTask, signal: AbortSignal): Promise<Settled> {
    const { language, domains } = await this.jobs.mailSettings(task.job);
    const carriage = this.carriage(task, domains);
    try {
      try {
        await this.deliver(task, { language, carriage }, signal);
      } catch (error) {
        // Mail servers have limits of their own; the letter with the link fits everywhere.
        if (carriage !== 'attached' || sendProblem(error) !== 'too-large') throw error;
        await this.deliver(task, { language, carriage: 'too-large' }, signal);
      }
      metrics.mails.inc({ outcome: 'sent' });
      return { state: 'sent' };
    } catch (error) {
      const problem = sendProblem(error);
      if (problem === 'refused' || problem === 'too-large' || (problem === 'deferred' && this.isTooLate(task))) {
        metrics.mails.inc({ outcome: 'refused' });
        return { state: 'failed', reason: refusalReason(error) };
      }
      if (problem === 'other') throw error;
      metrics.mails.inc({ outcome: 'waiting' });
      throw new DependencyAway('The mail server does not take the mail for the moment', { cause: error });
    }
  }

  private async deliver(
    { notice, job, to, messageId }: MailTask,
    { language, carriage }: { language: Language; carriage: Carriage },
    signal: AbortSignal,
  ): Promise<void> {
    const { PUBLIC_URL: publicUrl, TEMPLATE_LIFETIME_MS: templateLifetimeMs } = this.config;
    const view = letterView(notice, job, { carriage, publicUrl, templateLifetimeMs });
    const letter = this.letters.write(notice.kind, language, view);
    if (carriage !== 'attached' || notice.kind !== 'template-ready')
      return this.mailer.send({ to, messageId, letter }, signal);
    const content = await this.objects.get('templates', notice.file.objectKey);
    try {
      await this.mailer.send({ to, messageId, letter, attachment: { name: notice.file.name, content } }, signal);
    } finally {
      content.destroy();
    }
  }

  private carriage({ notice, to }: MailTask, domains: readonly string[]): Carriage {
    const sizeBytes = notice.kind === 'template-ready' ? notice.file.sizeBytes : Infinity;
    return carriageOf(to, domains, { sizeBytes, maxBytes: this.config.MAIL_ATTACHMENT_MAX_BYTES });
  }

  /** One mailbox must not hold up the mails of others for ever. */
  private isTooLate({ endedAt }: MailTask): boolean {
    return Date.now() - endedAt.getTime() >= this.config.MAIL_RETRY_MAX_MINUTES * 60_000;
  }
}
