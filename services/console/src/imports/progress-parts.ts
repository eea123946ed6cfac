import type { Job } from '@roundtrip/gateway/api';
import type { Words } from '../words/en.js';
import type { Formats } from '../words/format.js';

/** What stands under the bar: what is being done, how much of that, and how long all of it will take. */
export function progressParts(job: Job, words: Words, formats: Formats): string[] {
  const { phase, linesDone, linesTotal } = job.progress;
  const parts: string[] = [];
  if (job.type === 'import' && job.stopping) parts.push(words.jobs.stoppingHint);
  else if (job.queuePosition !== null) return [words.import.queued(formats.number(job.queuePosition))];
  else if (phase === null && linesTotal === 0) return [words.import.waiting];
  if (linesTotal > 0) {
    const lines = words.jobs.ofLines(formats.number(linesDone), linesTotal);
    parts.push(phase === null ? lines : words.jobs.phases[phase](lines));
  } else if (phase !== null) parts.push(words.jobs.phasesAtFirst[phase]);
  if (job.secondsLeft !== null) parts.push(words.jobs.left(formats.duration(job.secondsLeft)));
  return parts;
}
