import { z } from 'zod';
import type { JobDocument } from './jobs.repository.js';
import { paceOf } from './progress.rules.js';

const time = z.iso.datetime().nullable();

/** What templates and imports show alike. The address of the mail is not shown to everybody who may look. */
export const jobFields = {
  requestedAt: z.iso.datetime(),
  startedAt: time,
  finishedAt: time,
  progress: z.object({ linesDone: z.int(), linesTotal: z.int() }),
  linesPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  emailWanted: z.boolean(),
  mail: z.object({ state: z.enum(['sent', 'failed']), at: z.iso.datetime(), reason: z.string().nullable() }).nullable(),
  version: z.int().describe('Grows with every change'),
} as const;
const body = z.object(jobFields);

export const toJobFields = (job: JobDocument, now: Date): z.output<typeof body> => ({
  requestedAt: job.requestedAt.toISOString(),
  startedAt: job.startedAt?.toISOString() ?? null,
  finishedAt: job.finishedAt?.toISOString() ?? null,
  progress: job.progress,
  ...paceOf(job, now),
  problem: job.problem ?? null,
  emailWanted: job.email !== undefined,
  mail: job.mail ? { state: job.mail.state, at: job.mail.at.toISOString(), reason: job.mail.reason ?? null } : null,
  version: job.version,
});
