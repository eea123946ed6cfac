import type { ImportJobDocument } from '@roundtrip/contacts';
import type { z } from 'zod';
import { toImportSummary } from './import.body.js';
import type { ImportResults } from './import-results.repository.js';
import type { importBody } from './imports.routes.js';

export type ImportBody = z.output<typeof importBody>;
export type ImportDetails = ImportResults & { job: ImportJobDocument };

/** One import with its results. They are there when its state says so: what is written before the end is not shown. */
export function toImportBody({ job, outcome, fileProblem }: ImportDetails, now: Date): ImportBody {
  const summary = toImportSummary(job, now);
  const nothing = { transitions: [], warnings: [], firstErrors: [], issueCounts: {} };
  if (job.finishedAt === undefined) return { ...summary, ...nothing };
  if (outcome) {
    const { transitions, warnings, firstErrors, issueCounts } = outcome;
    return { ...summary, transitions, warnings, firstErrors, issueCounts };
  }
  if (!fileProblem) return { ...summary, ...nothing };
  return { ...summary, ...nothing, firstErrors: [fileProblem], issueCounts: { [fileProblem.code]: 1 } };
}
