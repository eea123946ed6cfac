import type { Counts } from '@roundtrip/gateway/api';

export type CountPart = 'applied' | 'wouldApply' | 'unchanged' | 'rejected' | 'notAttempted';

/** What the total of an import is made of; it always adds up. */
export const partsOf = (counts: Counts): { part: CountPart; lines: number }[] => [
  counts.wouldApply === undefined
    ? { part: 'applied', lines: counts.applied ?? 0 }
    : { part: 'wouldApply', lines: counts.wouldApply },
  { part: 'unchanged', lines: counts.unchanged },
  { part: 'rejected', lines: counts.rejected },
  { part: 'notAttempted', lines: counts.notAttempted },
];
