import { Module } from '@nestjs/common';
import { Database } from '@roundtrip/database';
import { NotificationsDatabase } from './database.js';
import { JobsReader } from './jobs.reader.js';
import { LetterWriter } from './letter.writer.js';
import { MailSender } from './mail.sender.js';
import { MailsRepository } from './mails.repository.js';
import { NotificationsEvents } from './notifications.events.js';
import { NotificationsService } from './notifications.service.js';
import { SmtpMailer } from './smtp.mailer.js';

@Module({
  controllers: [NotificationsEvents],
  providers: [
    { provide: NotificationsDatabase, useExisting: Database },
    NotificationsService,
    MailsRepository,
    MailSender,
    JobsReader,
    LetterWriter,
    SmtpMailer,
  ],
})
export class AppModule {}
