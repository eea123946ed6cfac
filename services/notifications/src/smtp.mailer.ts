import type { Readable } from 'node:stream';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { mediaTypeOf } from '@roundtrip/files';
import { SpanKind, traced } from '@roundtrip/tracing';
import { createTransport } from 'nodemailer';
import { NotificationsConfig } from './config.js';
import type { Letter } from './letter.rules.js';

export interface Attachment {
  name: string;
  content: Readable;
}
export interface OutgoingMail {
  /** One address, as `parseEmailAddress` returns it. */
  to: string;
  messageId: string;
  letter: Pick<Letter, 'subject'> & { text: string; html: string };
  attachment?: Attachment;
}

@Injectable()
export class SmtpMailer implements OnApplicationShutdown {
  private readonly transport;

  constructor(private readonly config: NotificationsConfig) {
    const timeout = config.SMTP_TIMEOUT_MS;
    this.transport = createTransport({
      url: config.SMTP_URL,
      connectionTimeout: timeout,
      greetingTimeout: timeout,
      dnsTimeout: timeout,
      // Servers look into a mail before they say that they take it.
      socketTimeout: 3 * timeout,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Resolves when the server has taken the mail. @throws errors of nodemailer, see `sendProblem` */
  async send(mail: OutgoingMail, signal: AbortSignal): Promise<void> {
    const attributes = { 'roundtrip.mail.attached': mail.attachment !== undefined };
    await traced({ name: 'send mail', kind: SpanKind.CLIENT, attributes }, () => this.deliver(mail, signal));
  }

  private async deliver(mail: OutgoingMail, signal: AbortSignal): Promise<void> {
    const from = this.config.MAIL_FROM;
    const { subject, text, html } = mail.letter;
    await this.transport.sendMail({
      // `to` alone would be parsed as a list with header syntax; the envelope decides who gets it.
      envelope: { from, to: [mail.to] },
      from: { name: 'Roundtrip', address: from },
      to: { name: '', address: mail.to },
      messageId: mail.messageId,
      subject,
      text,
      html,
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: mail.attachment
        ? [
            {
              filename: mail.attachment.name,
              content: mail.attachment.content,
              contentType: mediaTypeOf(mail.attachment.name),
            },
          ]
        : [],
      disableFileAccess: true,
      disableUrlAccess: true,
      signal,
    });
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
