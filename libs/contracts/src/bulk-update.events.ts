import { z } from 'zod';
import { importCounts } from './counts.js';
import { event } from './event.js';
import { importAction, importPhase } from './word-schemas.js';

const anImport = { importId: z.string(), institution: z.string() };
const count = z.number().int().nonnegative();

export const chunkReady = event('bulk-update.chunk-ready.v1', {
  says: 'A chunk of a plan is ready to be worked on.',
  consumers: ['bulk-update'],
  key: (d) => `${d.importId}:${d.chunk}`,
  id: (d) => `${d.importId}:chunk:${d.chunk}`,
  /** `lanes`: a finished chunk says the one ready that is so many further on; it travels along, so that workers with another setting agree. */
  data: z.object({ importId: z.string(), chunk: count, lanes: z.number().int().positive() }),
});

export const updateProgressed = event('bulk-update.progressed.v1', {
  says: 'How far a check or an update is; at most once a second.',
  consumers: ['gateway'],
  key: (d) => d.importId,
  id: ({ importId, phase, linesDone, linesNotAttempted = 0 }) =>
    phase === 'reporting'
      ? `${importId}:progressed:reporting:${linesDone}`
      : `${importId}:progressed:${linesDone + linesNotAttempted}`,
  data: z.object({
    ...anImport,
    /** Absent: deciding. */
    phase: importPhase.extract(['deciding', 'reporting']).optional(),
    /** In the phase, as `linesTotal`. */
    linesDone: count,
    linesTotal: count,
    /** Lines that nobody will decide on any more, as the import was stopped; not among those that are done. */
    linesNotAttempted: count.optional(),
    /** Of the phase. Absent: as many as the lines that are done or left out. */
    share: z.number().min(0).max(1).optional(),
  }),
});

export const updateCompleted = event('bulk-update.completed.v1', {
  says: 'The end of a check or of an update, with its counts.',
  consumers: ['gateway', 'notifications'],
  key: (d) => d.importId,
  id: (d) => `${d.importId}:completed`,
  data: z.object({
    ...anImport,
    action: importAction,
    state: z.enum(['CHECKED', 'DONE', 'DONE_WITH_ERRORS', 'CANCELLED']),
    counts: importCounts,
    completedAt: z.iso.datetime(),
  }),
});

export const updateFailed = event('bulk-update.failed.v1', {
  says: 'A check or an update could not be brought to its end: a fault of ours.',
  consumers: ['gateway', 'notifications'],
  key: (d) => d.importId,
  id: (d) => `${d.importId}:failed`,
  data: z.object({ ...anImport, code: z.string(), detail: z.string(), failedAt: z.iso.datetime() }),
});
