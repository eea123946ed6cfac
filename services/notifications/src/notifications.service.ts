import { Injectable } from '@nestjs/common';
import { mailFailed, mailSent } from '@roundtrip/contracts';
import type { MailDocument } from '@roundtrip/database';
import { parseEmailAddress } from '@roundtrip/fields';
import { type Delivery, EventPublisher } from '@roundtrip/kafka';
import { saidText, sentence } from '@roundtrip/words';
import { NotificationsConfig } from './config.js';
import { JobsReader } from './jobs.reader.js';
import { MailSender } from './mail.sender.js';
import { MailsRepository } from './mails.repository.js';
import type { JobNotice } from './notice.rules.js';

@Injectable()
export class NotificationsService {
  constructor(
    private readonly jobs: JobsReader,
    private readonly mails: MailsRepository,
    private readonly sender: MailSender,
    private readonly events: EventPublisher,
    private readonly config: NotificationsConfig,
  ) {}

  /**
   * Sends the one mail about the end of a job when somebody asked for it, and says what became of it.
   *
   * @param requireEnd throws UntrueMessage when the job has not ended so
   * @throws UntrueMessage also when it is not about a job as the gateway has written it down
   */
  async notify(
    notice: JobNotice,
    { signal, occurredAt }: Pick<Delivery, 'signal' | 'occurredAt'>,
    requireEnd: () => Promise<unknown>,
  ): Promise<void> {
    const { jobId, kind } = notice;
    const job = await this.jobs.about(notice);
    const { email: address, institution } = job;
    if (address === undefined) return;
    const known = await this.mails.find(jobId);
    // What became of a mail is told again for ever; how its job ended may be removed with the file.
    if (!known || known.state === 'sending') await requireEnd();
    let mail = await this.mails.claim({ _id: jobId, institution, kind, messageId: this.messageId(jobId) }, signal);
    if (mail.state === 'sending') {
      const { messageId } = mail;
      const settled = await this.mails.whileClaimed(jobId, async () => {
        const to = parseEmailAddress(address);
        if (!to) return { state: 'failed' as const, reason: [sentence('mail-address-invalid')] };
        return this.sender.send({ notice, job, to, messageId, endedAt: new Date(occurredAt) }, signal);
      });
      mail = await this.mails.settle(jobId, settled, new Date());
    }
    await this.publish(mail);
  }

  /** The mail of a job will never be sent: its message became a dead letter. */
  async fail(jobId: string): Promise<void> {
    if (!(await this.mails.find(jobId))) return;
    const reason = [sentence('mail-not-made')];
    await this.publish(await this.mails.settle(jobId, { state: 'failed', reason }, new Date()));
  }

  /** The same for every try, so that a mail which is sent twice around a crash can be known as one. */
  private messageId(jobId: string): string {
    return `<${jobId}@roundtrip.${this.config.MAIL_FROM.split('@').at(-1)}>`;
  }

  private async publish({ _id: jobId, institution, kind, state, reason, finishedAt }: MailDocument): Promise<void> {
    const at = (finishedAt ?? new Date()).toISOString();
    if (state === 'sent') return this.events.publish(mailSent, { jobId, institution, kind, sentAt: at });
    // Messages say it in English.
    const words = saidText('en', reason ?? '');
    await this.events.publish(mailFailed, { jobId, institution, kind, reason: words, failedAt: at });
  }
}
