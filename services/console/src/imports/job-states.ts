import type { Import, Job } from '../api/answers.js';

const open: readonly Job['state'][] = ['QUEUED', 'RUNNING', 'VALIDATING', 'APPLYING'];
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
export const colourOf = (state: Job['state']): string => colours[state] ?? 'blue';

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
export const hasChanges = ({ action, counts }: Import): boolean => action === 'update' && (counts?.applied ?? 0) > 0;
