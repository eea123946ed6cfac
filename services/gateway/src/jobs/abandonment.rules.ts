import type { Sentence } from '@roundtrip/contracts';
import { sentence } from '@roundtrip/words';
import type { JobDocument } from './jobs.repository.js';

export const ABANDONED = 'JOB_ABANDONED';

/** Why a job that nobody brought to its end has failed. */
export function abandonment(job: JobDocument, at: Date): NonNullable<JobDocument['abandoned']> {
  const what = job.type === 'template' ? sentence('template-abandoned') : sentence('import-abandoned');
  return { at, code: ABANDONED, detail: [what, sentence('job-abandoned'), advice(job)] };
}

function advice(job: JobDocument): Sentence {
  if (job.type === 'template') return sentence('ask-for-template-again');
  return job.state === 'APPLYING' ? sentence('start-update-again') : sentence('start-import-again');
}
