import type { ClosedChunkDocument, OutcomeDocument } from '@roundtrip/database';
import type { ImportCounts, Plan } from '@roundtrip/contracts';
import { TransitionTotals } from './chunk.rules.js';
import type { AcceptedImport } from './outcomes.repository.js';
import type { ReportSummary } from './report.writer.js';
import { sortedApart } from './sorted-apart.rules.js';
import { ValueTotals } from './value-totals.js';

export interface ImportEnd {
  sums: ImportSums;
  summary: ReportSummary;
  /** Why the import failed; undefined when it did not. */
  problem: OutcomeDocument['problem'];
  completedAt: Date;
}

/** What became of an import, once all of its chunks are closed. */
export function outcomeOf(
  accepted: AcceptedImport,
  { sums, summary, problem, completedAt }: ImportEnd,
): OutcomeDocument {
  const apart = sortedApart(summary.issueCounts['EMAIL_MISMATCH'] ?? 0, accepted.plan.lines);
  const counts = { ...sums.counts, warnings: sums.counts.warnings + (apart ? 1 : 0) };
  return {
    _id: accepted._id,
    institution: accepted.institution,
    state: problem ? 'FAILED' : endState(accepted, counts),
    counts,
    transitions: sums.transitions(),
    valueChanges: sums.valueChanges(),
    ...summary,
    warnings: apart ? [apart, ...summary.warnings] : summary.warnings,
    ...(problem && { problem }),
    completedAt,
  };
}

function endState({ action, cancelled }: AcceptedImport, counts: ImportCounts): OutcomeDocument['state'] {
  if (cancelled || counts.notAttempted > 0) return 'CANCELLED';
  if (action === 'check') return 'CHECKED';
  return counts.rejected > 0 ? 'DONE_WITH_ERRORS' : 'DONE';
}

/** Sums up the closed chunks of an import, one after the other: together their transitions may be too large for the memory. */
export class ImportSums {
  readonly counts: ImportCounts;
  private readonly totals: TransitionTotals;
  private readonly values = new ValueTotals();

  constructor(private readonly plan: Plan) {
    this.totals = new TransitionTotals(plan.fields.length);
    const { lines, blankLines, warnings } = plan;
    const none = { applied: 0, unchanged: 0, rejected: 0, overwritten: 0 };
    this.counts = { total: lines, ...none, notAttempted: lines, warnings: warnings.length, blankLines };
  }

  add({ counts, transitions, valueChanges = [] }: ClosedChunkDocument): void {
    const sum = this.counts;
    sum.applied += counts.applied;
    sum.unchanged += counts.unchanged;
    sum.rejected += counts.rejected;
    sum.notAttempted -= counts.total - counts.notAttempted;
    sum.overwritten += counts.overwritten;
    sum.warnings += counts.warnings;
    for (const transition of transitions) this.totals.add(transition);
    for (const change of valueChanges) this.values.add(change);
  }

  transitions(): OutcomeDocument['transitions'] {
    return this.byField(this.totals.list());
  }

  valueChanges(): NonNullable<OutcomeDocument['valueChanges']> {
    return this.byField(this.values.list());
  }

  /** In the order of the file, each row with what its field is called. */
  private byField<Row extends { path: string }>(rows: readonly Row[]): (Row & { code: string; name: string })[] {
    return this.plan.fields.flatMap(({ path, code, name }) =>
      rows.filter((row) => row.path === path).map((row) => ({ ...row, code, name })),
    );
  }
}
