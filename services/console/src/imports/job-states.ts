import { openJobStates } from '@roundtrip/contracts/words';
import type { Import, Job } from '@roundtrip/gateway/api';

const open: readonly Job['state'][] = openJobStates;
export const isOpen = ({ state }: Job): boolean => open.includes(state);

const colours: Partial<Record<Job['state'], string>> = {
  QUEUED: 'gray',
  EXPIRED: 'gray',
  CANCELLED: 'gray',
  EMPTY: 'yellow',
  DONE_WITH_ERRORS: 'yellow',
  READY: 'green',
  CHECKED: 'green',
  DONE: 'green',
  REJECTED: 'red',
  FAILED: 'red',
};
export const colourOf = (job: Job): string => {
  const fit = fitOf(job);
  return fit ? fitColours[fit.fits] : (colours[job.state] ?? 'blue');
};

const fitColours = { all: 'green', some: 'yellow', none: 'red' } as const;

/** How many lines of a finished check or update fit. Nothing is said of what was stopped, and of a file without a line. */
export function fitOf(job: Job): { fits: 'all' | 'some' | 'none'; fit: number; total: number } | undefined {
  if (job.type === 'template' || !job.counts || !finished.includes(job.state)) return undefined;
  const { total, rejected } = job.counts;
  const fit = total - rejected;
  if (total === 0) return undefined;
  return { fits: rejected === 0 ? 'all' : fit === 0 ? 'none' : 'some', fit, total };
}

const finished: readonly Job['state'][] = ['CHECKED', 'DONE', 'DONE_WITH_ERRORS'];

export type What = 'template' | 'check' | 'update' | 'undo';
export const whatIs = (job: Job): What =>
  job.type === 'template' ? 'template' : job.undoOf !== null ? 'undo' : job.action;

/** What may be done about an import; whether one has the right to is another matter. */
export const mayUpdateFrom = ({ action, state, counts }: Import): boolean =>
  action === 'check' && state === 'CHECKED' && (counts?.wouldApply ?? 0) > 0;
export const mayUndo = ({ action, state, counts }: Import): boolean =>
  action === 'update' &&
  // What failed has no counts, and may have changed something all the same: the API knows.
  (state === 'FAILED' ||
    ((['DONE', 'DONE_WITH_ERRORS', 'CANCELLED'] as Job['state'][]).includes(state) && (counts?.applied ?? 0) > 0));
export const mayCancel = (job: Import): boolean => isOpen(job) && job.cancelRequestedAt === null;
export const hasRejectedLines = ({ state, counts }: Import): boolean =>
  !['REJECTED', 'FAILED'].includes(state) && (counts?.rejected ?? 0) > 0;
/** Whether there may be lines to show; of what failed only the API knows. */
export const mayHaveChanges = ({ action, state, counts }: Import): boolean =>
  state === 'FAILED' ? action === 'update' : (counts?.applied ?? counts?.wouldApply ?? 0) > 0;
export const hasChanges = ({ action, counts }: Import): boolean => action === 'update' && (counts?.applied ?? 0) > 0;
