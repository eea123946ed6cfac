import type { TemplateJobDocument } from '@roundtrip/database';
import { grown } from './progress.rules.js';

/** What an event says about a template. */
export type TemplateNews =
  | { what: 'started'; at: Date; linesTotal: number }
  | { what: 'progressed'; at: Date; linesDone: number; linesTotal: number }
  | {
      what: 'completed';
      at: Date;
      state: 'READY' | 'EMPTY';
      lines: number;
      file?: TemplateJobDocument['file'] | undefined;
      expiresAt: Date;
    }
  | { what: 'failed'; at: Date; code: string; detail: string }
  | { what: 'expired'; at: Date };

export type TemplateChange = Partial<
  Pick<
    TemplateJobDocument,
    'state' | 'startedAt' | 'finishedAt' | 'progress' | 'lines' | 'file' | 'expiresAt' | 'problem'
  >
>;

type Known = Pick<TemplateJobDocument, 'state' | 'startedAt' | 'progress'>;

/** QUEUED → RUNNING → READY | EMPTY | FAILED → EXPIRED. Undefined: the news is old, or comes too late to change anything. */
export function templateChange(job: Known, news: TemplateNews): TemplateChange | undefined {
  if (news.what === 'expired') return job.state === 'READY' ? { state: 'EXPIRED' } : undefined;
  if (job.state !== 'QUEUED' && job.state !== 'RUNNING') return undefined;
  const startedAt = job.startedAt ?? news.at;
  switch (news.what) {
    case 'started':
    case 'progressed':
      return running(job, startedAt, { linesDone: 0, ...news });
    case 'completed': {
      const { at, state, lines, file, expiresAt } = news;
      const progress = { linesDone: lines, linesTotal: lines, share: 1 };
      const end = { state, startedAt, finishedAt: at, lines, progress };
      return state === 'READY' && file ? { ...end, file, expiresAt } : end;
    }
    case 'failed':
      return { state: 'FAILED', startedAt, finishedAt: news.at, problem: { code: news.code, detail: news.detail } };
  }
}

function running(
  job: Known,
  startedAt: Date,
  news: { linesDone: number; linesTotal: number },
): TemplateChange | undefined {
  const progress = grown(job.progress, news);
  if (job.state === 'QUEUED') return { state: 'RUNNING', startedAt, progress: progress ?? job.progress };
  return progress && { progress };
}
