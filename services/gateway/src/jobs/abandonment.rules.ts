import type { JobDocument } from './jobs.repository.js';

export const ABANDONED = 'JOB_ABANDONED';

/** Why a job that nobody brought to its end has failed, in the user's words. */
export function abandonment(job: JobDocument, at: Date): NonNullable<JobDocument['abandoned']> {
  const detail = `${sentence(job)} We started it again several times, and nobody brought it to its end. ${advice(job)}`;
  return { at, code: ABANDONED, detail };
}

const sentence = ({ type }: JobDocument): string =>
  type === 'template' ? 'The template could not be made.' : 'The import could not be finished.';

function advice(job: JobDocument): string {
  if (job.type === 'template') return 'Please ask for it again.';
  if (job.state !== 'APPLYING') return 'No contact was changed. Please start it again.';
  return 'What had been applied stays; no other line will be. Please start it again with the same file: what is applied already counts as unchanged.';
}
