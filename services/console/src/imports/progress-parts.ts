import type { Job } from '@roundtrip/gateway/api';
import type { ConsoleWords } from '@roundtrip/words/console';
import type { Formats } from '../words/format.js';

/** What stands under the bar: what is being done, how much of that, and how long all of it will take. */
export function progressParts(job: Job, words: ConsoleWords, formats: Formats): string[] {
  const { phase, linesDone, linesTotal } = job.progress;
  const parts: string[] = [];
  if (job.type === 'import' && job.stopping) parts.push(words.jobs.stoppingHint);
  else if (job.queuePosition !== null) return [words.import.queued({ position: job.queuePosition })];
  else if (phase === null && linesTotal === 0) return [words.import.waiting];
  if (linesTotal > 0) {
    const lines = words.jobs.ofLines({ done: linesDone, total: linesTotal });
    parts.push(phase === null ? lines : words.jobs.phases[phase]({ done: lines }));
  } else if (phase !== null) parts.push(words.jobs.phasesAtFirst[phase]);
  if (job.secondsLeft !== null) parts.push(words.jobs.left({ time: formats.duration(job.secondsLeft) }));
  return parts;
}
