import type { Issue } from '@roundtrip/contracts';

/** Fewer, or a smaller share of the file, may be addresses that have changed since. */
const manyLines = 5;
const manyShare = 0.2;

/**
 * What the lines say together that none of them can say alone: most of their e-mail addresses are those of other contacts, so a column
 * was sorted without the others. It stands with the warnings about the file as a whole; each line has its own error besides. Pure.
 */
export function sortedApart(mismatches: number, lines: number): Issue | undefined {
  if (mismatches < manyLines || mismatches < lines * manyShare) return undefined;
  const count = (value: number): string => value.toLocaleString('en');
  return {
    code: 'EMAIL_MISMATCH',
    column: 'EMAIL',
    message: `${count(mismatches)} of ${count(lines)} lines hold an e-mail address that is not their contact's: the columns of this file seem to have been sorted apart from each other. What stands in the other columns may belong to other contacts, too.`,
    hint: 'Do not correct these lines one by one: start again from the template, and select the whole table before you sort it.',
  };
}
