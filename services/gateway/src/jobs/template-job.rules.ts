import type { Said } from '@roundtrip/contracts';
import type { TemplateJobDocument } from '@roundtrip/database';
import { grown } from './progress.rules.js';

/** What an event says about a template. */
export type TemplateEvent =
  | { type: 'started'; at: Date; linesTotal: number }
  | { type: 'progressed'; at: Date; linesDone: number; linesTotal: number }
  | {
      type: 'completed';
      at: Date;
      state: 'READY' | 'EMPTY';
      lines: number;
      file?: TemplateJobDocument['file'] | undefined;
      expiresAt: Date;
    }
  | { type: 'failed'; at: Date; code: string; detail: Said }
  | { type: 'expired'; at: Date };

export type TemplateChange = Partial<
  Pick<
    TemplateJobDocument,
    'state' | 'startedAt' | 'finishedAt' | 'progress' | 'lines' | 'file' | 'expiresAt' | 'problem'
  >
>;

type Known = Pick<TemplateJobDocument, 'state' | 'startedAt' | 'progress'>;

/** QUEUED → RUNNING → READY | EMPTY | FAILED → EXPIRED. Undefined: the event is old, or comes too late to change anything. */
export function templateChange(job: Known, event: TemplateEvent): TemplateChange | undefined {
  if (event.type === 'expired') return job.state === 'READY' ? { state: 'EXPIRED' } : undefined;
  if (job.state !== 'QUEUED' && job.state !== 'RUNNING') return undefined;
  const startedAt = job.startedAt ?? event.at;
  switch (event.type) {
    case 'started':
    case 'progressed':
      return running(job, startedAt, { linesDone: 0, ...event });
    case 'completed': {
      const { at, state, lines, file, expiresAt } = event;
      const progress = { linesDone: lines, linesTotal: lines, share: 1 };
      const end = { state, startedAt, finishedAt: at, lines, progress };
      return state === 'READY' && file ? { ...end, file, expiresAt } : end;
    }
    case 'failed':
      return { state: 'FAILED', startedAt, finishedAt: event.at, problem: { code: event.code, detail: event.detail } };
  }
}

function running(
  job: Known,
  startedAt: Date,
  event: { linesDone: number; linesTotal: number },
): TemplateChange | undefined {
  const progress = grown(job.progress, event);
  if (job.state === 'QUEUED') return { state: 'RUNNING', startedAt, progress: progress ?? job.progress };
  return progress && { progress };
}
