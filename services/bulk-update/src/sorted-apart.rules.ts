import type { RecordedIssue } from '@roundtrip/contracts';
import { sentence } from '@roundtrip/words/sentence';

/** Fewer, or a smaller share of the file, may be addresses that have changed since. */
const manyLines = 5;
const manyShare = 0.2;

/**
 * What the lines say together that none of them can say alone: most of their e-mail addresses are those of other contacts, so a column
 * was sorted without the others. It stands with the warnings about the file as a whole; each line has its own error besides. Pure.
 */
export function sortedApart(mismatches: number, lines: number): RecordedIssue | undefined {
  if (mismatches < manyLines || mismatches < lines * manyShare) return undefined;
  return {
    code: 'EMAIL_MISMATCH',
    column: 'EMAIL',
    message: [sentence('emails-sorted-apart', { mismatches, lines })],
    hint: [sentence('emails-sorted-apart-how')],
  };
}
