import { z } from 'zod';
import { event } from './event.js';

const mail = {
  /** The template or import that the mail is about. */
  jobId: z.string(),
  institution: z.string(),
  kind: z.enum(['template-ready', 'template-empty', 'template-failed', 'import-finished']),
};

export const mailSent = event('notifications.mail-sent.v1', {
  says: 'The mail server has taken the mail about a job.',
  consumers: ['gateway'],
  key: (d) => d.jobId,
  id: (d) => `${d.jobId}:mail-sent`,
  data: z.object({ ...mail, sentAt: z.iso.datetime() }),
});

export const mailFailed = event('notifications.mail-failed.v1', {
  says: 'The mail server refuses the mail about a job for good.',
  consumers: ['gateway'],
  key: (d) => d.jobId,
  id: (d) => `${d.jobId}:mail-failed`,
  data: z.object({ ...mail, reason: z.string(), failedAt: z.iso.datetime() }),
});
