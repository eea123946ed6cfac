import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Said } from '@roundtrip/contracts';
import type { MailDocument } from '@roundtrip/database';
import { NotificationsConfig } from './config.js';
import { NotificationsDatabase } from './database.js';

const POLL_MS = 500;

export type ClaimedMail = Pick<MailDocument, '_id' | 'institution' | 'kind' | 'messageId'>;
export type Settled = { state: 'sent' } | { state: 'failed'; reason: Said };

/** One mail a job. The claim keeps two workers from sending it at the same time, the document's state from sending it again. */
@Injectable()
export class MailsRepository {
  /** A claim that has not been renewed for so long is that of a worker that died. */
  private readonly leaseMs: number;

  constructor(
    private readonly database: NotificationsDatabase,
    { KAFKA_SESSION_TIMEOUT_MS }: NotificationsConfig,
  ) {
    // Kafka gives a dead worker's message to another one after the session timeout: that one need not wait any more.
    this.leaseMs = (2 / 3) * KAFKA_SESSION_TIMEOUT_MS;
  }

  /**
   * Takes the mail of a job for this worker; waits while another one that is alive is sending it.
   *
   * @returns the document: in state `sending` it is the caller's to send, else it is over. Its Message-ID is that of the
   * first claim, so that a repeated mail is known as the same.
   */
  async claim(mail: ClaimedMail, signal: AbortSignal): Promise<MailDocument> {
    for (;;) {
      signal.throwIfAborted();
      const claimed = { ...mail, state: 'sending' as const, claimedAt: new Date() };
      const { stands, isNew } = await this.database.mails.insertOnce<MailDocument>(claimed);
      if (isNew || stands.state !== 'sending') return stands;
      if (await this.takeOver(stands, claimed)) return { ...claimed, messageId: stands.messageId };
      await delay(POLL_MS, undefined, { signal });
    }
  }

  /** Keeps the claim alive while `work` runs, and lets go of it when that fails, so that the next try need not wait. */
  async whileClaimed<T>(jobId: string, work: () => Promise<T>): Promise<T> {
    const renew = setInterval(() => void this.touch(jobId, new Date()), this.leaseMs / 4);
    try {
      return await work();
    } catch (error) {
      await this.touch(jobId, new Date(0));
      throw error;
    } finally {
      clearInterval(renew);
    }
  }

  /** @returns the document as it is now; one that another worker has settled meanwhile stays as it is */
  async settle(jobId: string, settled: Settled, finishedAt: Date): Promise<MailDocument> {
    await this.database.mails.updateOne({ _id: jobId, state: 'sending' }, { $set: { ...settled, finishedAt } });
    const mail = await this.find(jobId);
    if (!mail) throw new Error(`The mail of job ${jobId} is gone`);
    return mail;
  }

  async find(jobId: string): Promise<MailDocument | undefined> {
    return (await this.database.mails.findOne({ _id: jobId })) ?? undefined;
  }

  private async takeOver(existing: MailDocument, { claimedAt, kind }: MailDocument): Promise<boolean> {
    if (claimedAt.getTime() - existing.claimedAt.getTime() < this.leaseMs) return false;
    const { matchedCount } = await this.database.mails.updateOne(
      { _id: existing._id, state: 'sending', claimedAt: existing.claimedAt },
      { $set: { claimedAt, kind } },
    );
    return matchedCount === 1;
  }

  /** A lost renewal or release only makes somebody wait for the lease. */
  private async touch(jobId: string, claimedAt: Date): Promise<void> {
    await this.database.mails.sentOnce
      .updateOne({ _id: jobId, state: 'sending' }, { $set: { claimedAt } })
      .catch(() => {});
  }
}
