import type { ImportJobDocument } from '@roundtrip/contacts';
import { finalImportStates, type ImportCounts, type ImportState } from '@roundtrip/contracts';
import { grown, halfDone, type Progress } from './progress.rules.js';

/** What an event says about an import. */
export type ImportNews =
  | { what: 'reading'; at: Date }
  | { what: 'read'; at: Date; linesDone: number; linesTotal: number }
  | { what: 'accepted'; at: Date; lines: number }
  | { what: 'decided'; at: Date; linesDone: number; linesTotal: number }
  | { what: 'completed'; at: Date; state: 'CHECKED' | 'DONE' | 'DONE_WITH_ERRORS' | 'CANCELLED'; counts: ImportCounts }
  | { what: 'rejected'; at: Date; code: string; detail: string }
  | { what: 'failed'; at: Date; code: string; detail: string };

export type ImportChange = Partial<
  Pick<ImportJobDocument, 'state' | 'startedAt' | 'finishedAt' | 'progress' | 'counts' | 'problem'>
>;

type Known = Pick<ImportJobDocument, 'state' | 'action' | 'startedAt' | 'progress'>;

export const isFinal = (state: ImportState): boolean => finalImportStates.includes(state);

/**
 * QUEUED → VALIDATING → REJECTED, else a check: → CHECKED, an update: → APPLYING → DONE | DONE_WITH_ERRORS; from any open state
 * → CANCELLED | FAILED. Events come in any order among topics and more than once. Undefined: the news changes nothing.
 */
export function importChange(job: Known, news: ImportNews): ImportChange | undefined {
  if (isFinal(job.state)) return undefined;
  const startedAt = job.startedAt ?? news.at;
  switch (news.what) {
    case 'reading':
      return working(job, startedAt, 'VALIDATING');
    case 'read':
      return working(job, startedAt, 'VALIDATING', {
        linesDone: halfDone(news.linesDone, 0),
        linesTotal: news.linesTotal,
      });
    case 'accepted':
      return working(job, startedAt, afterReading(job), { linesDone: halfDone(news.lines, 0), linesTotal: news.lines });
    case 'decided':
      return working(job, startedAt, afterReading(job), {
        linesDone: halfDone(news.linesTotal, news.linesDone),
        linesTotal: news.linesTotal,
      });
    case 'completed': {
      const { counts, state, at } = news;
      const progress = { linesDone: counts.total - counts.notAttempted, linesTotal: counts.total };
      return { state, startedAt, finishedAt: at, counts, progress };
    }
    case 'rejected':
    case 'failed': {
      const { what, at, code, detail } = news;
      return {
        state: what === 'rejected' ? 'REJECTED' : 'FAILED',
        startedAt,
        finishedAt: at,
        problem: { code, detail },
      };
    }
  }
}

/** A check stays VALIDATING while its lines are compared with what is there; only an update applies. */
const afterReading = ({ action }: Known): ImportState => (action === 'update' ? 'APPLYING' : 'VALIDATING');

const order: readonly ImportState[] = ['QUEUED', 'VALIDATING', 'APPLYING'];

function working(job: Known, startedAt: Date, state: ImportState, news?: Progress): ImportChange | undefined {
  const forward = order.indexOf(state) > order.indexOf(job.state);
  const late = order.indexOf(state) < order.indexOf(job.state);
  const progress = news && !late ? grown(job.progress, news) : undefined;
  if (!forward && !progress) return undefined;
  return { ...(forward && { state }), ...(!job.startedAt && { startedAt }), ...(progress && { progress }) };
}
