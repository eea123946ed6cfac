import {
  finalImportStates,
  type ImportCounts,
  type ImportPhase,
  type ImportState,
  type Said,
} from '@roundtrip/contracts';
import type { ImportJobDocument, JobProgress } from '@roundtrip/database';
import { ownPaces } from './paces.rules.js';
import { advanced, ended, type PhaseEvent } from './progress.rules.js';

/** What an event says about an import. */
export type ImportEvent =
  | { type: 'reading'; at: Date }
  | ({ type: 'progressed' } & PhaseEvent)
  | { type: 'accepted'; at: Date; lines: number }
  | { type: 'completed'; at: Date; state: 'CHECKED' | 'DONE' | 'DONE_WITH_ERRORS' | 'CANCELLED'; counts: ImportCounts }
  | { type: 'rejected'; at: Date; code: string; detail: Said }
  | { type: 'failed'; at: Date; code: string; detail: Said };

export type ImportChange = Partial<
  Pick<ImportJobDocument, 'state' | 'startedAt' | 'finishedAt' | 'progress' | 'counts' | 'problem'>
>;

type Known = Pick<ImportJobDocument, 'state' | 'action' | 'undoOf' | 'startedAt' | 'progress' | 'paces'>;

export const isFinal = (state: ImportState): boolean => finalImportStates.includes(state);

/**
 * QUEUED → VALIDATING → REJECTED, else a check: → CHECKED, an update: → APPLYING → DONE | DONE_WITH_ERRORS; from any open state
 * → CANCELLED | FAILED. Events come in any order among topics and more than once. Undefined: the event changes nothing.
 */
export function importChange(job: Known, event: ImportEvent): ImportChange | undefined {
  if (isFinal(job.state)) return undefined;
  const startedAt = job.startedAt ?? event.at;
  switch (event.type) {
    case 'reading':
      return working(job, startedAt, 'VALIDATING', { phase: 'reading', at: event.at, linesDone: 0, linesTotal: 0 });
    case 'progressed':
      return working(job, startedAt, stateIn(job, event.phase), event);
    case 'accepted': {
      const { at, lines } = event;
      return working(job, startedAt, stateIn(job, 'deciding'), {
        phase: 'deciding',
        at,
        linesDone: 0,
        linesTotal: lines,
      });
    }
    case 'completed': {
      const { counts, state, at } = event;
      const linesDone = counts.total - counts.notAttempted;
      const end = { at, linesDone, linesTotal: counts.total, whole: state !== 'CANCELLED' };
      return { state, startedAt, finishedAt: at, counts, progress: ended(progressOf(job), end) };
    }
    case 'rejected':
    case 'failed': {
      const { type, at, code, detail } = event;
      return {
        state: type === 'rejected' ? 'REJECTED' : 'FAILED',
        startedAt,
        finishedAt: at,
        problem: { code, detail },
      };
    }
  }
}

/** A check stays VALIDATING while its lines are compared with what is there; only an update applies. */
const stateIn = ({ action }: Pick<Known, 'action'>, phase: ImportPhase): ImportState =>
  phase !== 'reading' && action === 'update' ? 'APPLYING' : 'VALIDATING';

const order: readonly ImportState[] = ['QUEUED', 'VALIDATING', 'APPLYING'];

function working(job: Known, startedAt: Date, state: ImportState, event?: PhaseEvent): ImportChange | undefined {
  const forward = order.indexOf(state) > order.indexOf(job.state);
  const late = order.indexOf(state) < order.indexOf(job.state);
  const progress = event && !late ? advanced(progressOf(job), event, ownPaces(job)) : undefined;
  if (!forward && !progress) return undefined;
  return { ...(forward && { state }), ...(!job.startedAt && { startedAt }), ...(progress && { progress }) };
}

/**
 * How far an import is. Before there were phases, reading counted as one half of the lines and deciding as the other: what such an
 * import has read and decided is told apart again.
 */
export function progressOf({ state, progress }: Pick<ImportJobDocument, 'state' | 'progress'>): JobProgress {
  const { linesDone, linesTotal } = progress;
  if (progress.share !== undefined || linesTotal === 0) return progress;
  const share = linesDone / linesTotal;
  if (isFinal(state)) return { ...progress, share };
  const isDeciding = state === 'APPLYING' || share > 0.5;
  return { linesDone: Math.max(0, isDeciding ? 2 * linesDone - linesTotal : 2 * linesDone), linesTotal, share };
}
