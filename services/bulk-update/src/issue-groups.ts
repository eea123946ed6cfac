import { isSameSaid } from '@roundtrip/words';
import { isAboutFile, type RecordedIssue } from '@roundtrip/contracts';
import type { IssueGroup } from '@roundtrip/database';

const keptGroups = 200;
const keptCharacters = 40_000;
const examples = 5;

/**
 * Errors and warnings about lines by code and column. Bounded: a file may have 2,000 columns with names as long as a line, so that beyond
 * 200 groups, or 40,000 characters of column names, those of a code are joined.
 */
export class IssueGroups {
  private readonly groups = new Map<string, IssueGroup>();
  private readonly groupsOfCode = new Map<string, number>();
  private characters = 0;

  /** @returns the name of the list that the issue belongs to; undefined for the file as a whole */
  add(issue: RecordedIssue): string | undefined {
    const { code, column, line, part, message, hint } = issue;
    if (line === undefined || isAboutFile(issue)) return undefined;
    const isKept =
      this.groups.has(keyOf(code, column)) ||
      (this.groups.size < keptGroups && this.characters + (column?.length ?? 0) <= keptCharacters);
    const key = isKept ? keyOf(code, column) : keyOf(code, undefined, 'others');
    let group = this.groups.get(key);
    if (!group) {
      const index = this.groupsOfCode.get(code) ?? 0;
      this.groupsOfCode.set(code, index + 1);
      this.characters += isKept ? (column?.length ?? 0) : 0;
      group = {
        code,
        ...(isKept ? column !== undefined && { column } : { others: true }),
        count: 0,
        lines: [],
        message,
        ...(hint !== undefined && { hint }),
        list: `errors/${code}/${index}.ndjson`,
      };
      this.groups.set(key, group);
    }
    group.count++;
    if (group.lines.length < examples) group.lines.push({ line, ...(part !== undefined && { part }) });
    if (group.message !== undefined && !isSameSaid(group.message, message)) delete group.message;
    if (group.hint !== undefined && !isSameSaid(group.hint, hint)) delete group.hint;
    return group.list;
  }

  /** A list of its own is only for a code that has several groups: else that of the code is the same. */
  list(): IssueGroup[] {
    return [...this.groups.values()].map(({ list, ...group }) =>
      (this.groupsOfCode.get(group.code) ?? 0) > 1 && list !== undefined ? { ...group, list } : group,
    );
  }
}

const keyOf = (...parts: readonly (string | undefined)[]): string => JSON.stringify(parts);
