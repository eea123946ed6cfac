import type { Issue } from '@roundtrip/contracts';
import type { IssueGroup } from '@roundtrip/gateway/api';

/** Said of the file or its header, the row 1, and not of a line that holds a contact. */
export const isAboutFile = ({ line }: Pick<Issue, 'line'>): boolean => line === undefined || line === 1;

/** Lines with these are applied all the same. */
const warnings = new Set<IssueGroup['code']>(['OLD_UNREADABLE', 'LEADING_ZEROS_LOST', 'FORMULA_READ']);

/** Errors before warnings, the most frequent first. */
export const orderedGroups = (groups: readonly IssueGroup[]): IssueGroup[] =>
  groups.toSorted(
    (one, other) => Number(warnings.has(one.code)) - Number(warnings.has(other.code)) || other.count - one.count,
  );

/** Nothing of so few is hidden. */
export const areFew = (groups: readonly IssueGroup[]): boolean =>
  groups.reduce((sum, { count }) => sum + count, 0) <= 20;

/** What helps all of several lines is said once; what helps one stands with it. */
export const commonHint = ({ count, hint }: IssueGroup): string | null => (count > 1 ? hint : null);
