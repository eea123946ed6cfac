import { join } from 'node:path';
import type { Delimiter } from '@roundtrip/csv';
import type { ImportCounts } from './job.js';
import type { LiveEvents } from './live-events.js';
import type { Mailbox } from './mailbox.js';
import type { Officer } from './officer.js';
import { mustBe } from './tour-problem.errors.js';

/** Everything that the steps share. */
export interface Tour {
  /** Different for each run, so that the tour can be walked any number of times. */
  run: string;
  /** Where its files are. */
  folder: string;
  officer: Officer;
  colleague: Officer;
  live: LiveEvents;
  mailbox: Mailbox;
  /** Of the files that the institution's templates are. */
  delimiter: Delimiter;
}

export const pathIn =
  ({ folder }: Tour) =>
  (name: string): string =>
    join(folder, name);

/** Counts must be what the edits ask for, and add up. */
export function mustCount(
  what: string,
  counts: ImportCounts | null,
  expected: { total: number; applied: number; rejected: number },
): ImportCounts {
  const { total, unchanged, rejected, notAttempted } = counts ?? ({} as Partial<ImportCounts>);
  const applied = counts?.applied ?? counts?.wouldApply;
  const should = { ...expected, unchanged: expected.total - expected.applied - expected.rejected, notAttempted: 0 };
  mustBe(`The counts of ${what}`, { total, applied, rejected, unchanged, notAttempted }, should);
  return counts as ImportCounts;
}

export function countLines(counts: ImportCounts): [string, number][] {
  const { total, applied, wouldApply, unchanged, rejected, notAttempted, warnings } = counts;
  return [
    ['lines', total],
    wouldApply === undefined ? ['applied', applied ?? 0] : ['would be applied', wouldApply],
    ['unchanged', unchanged],
    ['rejected', rejected],
    ['not attempted', notAttempted],
    ['warnings', warnings],
  ];
}
