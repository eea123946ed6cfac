import { type ImportAction, type ImportCounts, type Language, requesterIn } from '@roundtrip/contracts';
import type { ImportJobDocument } from '@roundtrip/database';
import type { z } from 'zod';
import { isFinal } from '../jobs/import-job.rules.js';
import type { Queued } from '../jobs/job-queue.repository.js';
import { toJobFields } from '../jobs/job.body.js';
import type { countsBody, importSummary } from './imports.schemas.js';

export type ImportSummary = z.output<typeof importSummary>;

export const importPath = (importId: string): string => `/v1/imports/${importId}`;

/** An import as clients see it in lists and events. */
export function toImportSummary(job: ImportJobDocument & Queued, now: Date, language: Language): ImportSummary {
  const self = importPath(job._id);
  return {
    importId: job._id,
    type: 'import',
    dataType: job.dataType,
    action: job.action,
    onConflict: job.onConflict,
    overwriteRefusals: job.overwriteRefusals,
    encoding: job.encoding ?? null,
    state: job.state,
    requestedBy: requesterIn(job.requestedBy),
    ...toJobFields(job, now, language),
    file: job.file ? { name: job.file.name, sizeBytes: job.file.sizeBytes } : null,
    counts: job.counts ? toCounts(job.action, job.counts) : null,
    checkImportId: job.checkImportId ?? null,
    checkAgainOf: job.checkAgainOf ?? null,
    undoOf: job.undoOf ?? null,
    sameFileAs: job.sameFileAs ?? null,
    cancelRequestedAt: job.cancelRequestedAt?.toISOString() ?? null,
    stopping: job.cancelRequestedAt !== undefined && !isFinal(job.state),
    links: { self, errors: `${self}/errors`, rejectedLines: `${self}/rejected-lines`, changes: `${self}/changes` },
  };
}

/** What a check counts as applied would be. */
function toCounts(action: ImportAction, { total, applied, ...rest }: ImportCounts): z.output<typeof countsBody> {
  return action === 'check' ? { total, wouldApply: applied, ...rest } : { total, applied, ...rest };
}
