import { importPhase, type Language } from '@roundtrip/contracts';
import { problemText, saidText } from '@roundtrip/words';
import { z } from 'zod';
import type { Queued } from './job-queue.repository.js';
import type { JobDocument } from './jobs.repository.js';
import { isFinal, progressOf } from './import-job.rules.js';
import { paceOf, paceOfPhases } from './pace.rules.js';
import { ownPaces } from './paces.rules.js';

const time = z.iso.datetime().nullable();

/** What templates and imports show alike. The address of the mail is not shown to everybody who may look. */
export const jobFields = {
  requestedAt: z.iso.datetime(),
  startedAt: time,
  finishedAt: time,
  progress: z.object({
    phase: importPhase
      .nullable()
      .describe(
        'What an open import does, or did when it failed; null for a template, and for one that came to its end',
      ),
    linesDone: z.int().describe('In this phase; at the end: of all'),
    linesTotal: z.int().describe('In this phase; 0 while the lines of a file are being counted'),
    share: z.number().min(0).max(1).describe('Of the whole, as time goes; never goes back'),
  }),
  queuePosition: z
    .int()
    .nullable()
    .describe('Which of its institution that wait it is, from 1; null when it does not wait, or far behind'),
  linesPerSecond: z.number().nullable().describe('In this phase; at the end: over all'),
  secondsLeft: z.number().nullable().describe('Until the end; null while nothing can be said'),
  problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  emailWanted: z.boolean(),
  mail: z.object({ state: z.enum(['sent', 'failed']), at: z.iso.datetime(), reason: z.string().nullable() }).nullable(),
  version: z.int().describe('Grows with every change'),
} as const;
const body = z.object(jobFields);

export const toJobFields = (job: JobDocument & Queued, now: Date, language: Language): z.output<typeof body> => ({
  requestedAt: job.requestedAt.toISOString(),
  startedAt: job.startedAt?.toISOString() ?? null,
  finishedAt: job.finishedAt?.toISOString() ?? null,
  queuePosition: job.queuePosition ?? null,
  ...toProgress(job, now),
  problem: job.problem ? { code: job.problem.code, detail: problemText(language, job.problem) } : null,
  emailWanted: job.email !== undefined,
  mail: job.mail ? toMail(job.mail, language) : null,
  version: job.version,
});

const toMail = (
  { state, at, reason }: NonNullable<JobDocument['mail']>,
  language: Language,
): z.output<typeof body>['mail'] => ({
  state,
  at: at.toISOString(),
  reason: reason === undefined ? null : saidText(language, reason),
});

function toProgress(
  job: JobDocument,
  now: Date,
): Pick<z.output<typeof body>, 'progress' | 'linesPerSecond' | 'secondsLeft'> {
  const { linesDone, linesTotal, phase, ...known } = job.type === 'import' ? progressOf(job) : job.progress;
  const share = known.share ?? (linesTotal === 0 ? 0 : linesDone / linesTotal);
  const progress = { phase: phase?.name ?? null, linesDone, linesTotal, share };
  if (job.type === 'template' || (isFinal(job.state) && !phase)) return { progress, ...paceOf(job, now) };
  if (isFinal(job.state)) return { progress, linesPerSecond: null, secondsLeft: 0 };
  // What was begun is brought to its end, and the rest is left: nothing says how long that takes.
  if (job.cancelRequestedAt) return { progress, linesPerSecond: null, secondsLeft: null };
  return { progress, ...paceOfPhases(job.progress, ownPaces(job), now) };
}
