import type { ImportCounts } from '@roundtrip/contracts';

/** Counts of an import: none but those that are given. */
export const importCounts = (given: Partial<ImportCounts>): ImportCounts => ({
  total: 0,
  applied: 0,
  unchanged: 0,
  rejected: 0,
  notAttempted: 0,
  overwritten: 0,
  warnings: 0,
  blankLines: 0,
  ...given,
});
