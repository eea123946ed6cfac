import { z } from 'zod';

const count = z.number().int().nonnegative();

/**
 * Lines of an import by outcome; `total = applied + unchanged + rejected + notAttempted` always.
 * For a check `applied` means "would be applied"; REST shows it as `wouldApply`.
 */
export const importCounts = z.object({
  total: count,
  applied: count,
  unchanged: count,
  rejected: count,
  notAttempted: count,
  /** Of the applied lines: those that overwrote a newer value (onConflict=overwrite). */
  overwritten: count,
  /** Lines with a warning, plus warnings about the file as a whole. */
  warnings: count,
  /** Blank lines of the file: skipped, not part of the total. */
  blankLines: count,
});
export type ImportCounts = z.infer<typeof importCounts>;
