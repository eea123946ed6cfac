import { describe, expect, it } from '@jest/globals';
import type { RecordedIssue } from '@roundtrip/contracts';
import { IssueGroups } from './issue-groups.js';

const issue = (line: number, column?: string, more: Partial<RecordedIssue> = {}): RecordedIssue => ({
  code: 'CODE_UNKNOWN',
  line,
  ...(column !== undefined && { column }),
  message: `"X${line}" is no value code.`,
  hint: 'See Access criterion values.',
  ...more,
});
const grouped = (issues: readonly RecordedIssue[]) => {
  const groups = new IssueGroups();
  const lists = issues.map((one) => groups.add(one));
  return { groups: groups.list(), lists };
};

describe('the groups of errors and warnings', () => {
  it('are by code and column, with the first lines and what all of them say', () => {
    const { groups, lists } = grouped([
      ...[2, 3, 4, 5, 6, 7].map((line) => issue(line, 'A')),
      issue(8, 'B', { part: 2, message: 'The same.', hint: 'Did you mean Y?' }),
      issue(9, 'B', { message: 'The same.', hint: 'Did you mean Z?' }),
      { code: 'ROW_WIDTH', line: 10, message: 'This row has 3 cells.' },
    ]);
    expect(groups).toEqual([
      {
        code: 'CODE_UNKNOWN',
        column: 'A',
        count: 6,
        lines: [2, 3, 4, 5, 6].map((line) => ({ line })),
        hint: 'See Access criterion values.',
        list: 'errors/CODE_UNKNOWN/0.ndjson',
      },
      {
        code: 'CODE_UNKNOWN',
        column: 'B',
        count: 2,
        lines: [{ line: 8, part: 2 }, { line: 9 }],
        message: 'The same.',
        list: 'errors/CODE_UNKNOWN/1.ndjson',
      },
      // The only one of its code: the list of the code is its own.
      { code: 'ROW_WIDTH', count: 1, lines: [{ line: 10 }], message: 'This row has 3 cells.' },
    ]);
    expect(lists.at(0)).toBe(lists.at(5));
    expect(new Set(lists).size).toBe(3);
  });

  it('leave out what is said of the file as a whole', () => {
    const warning: RecordedIssue = { code: 'OLD_COLUMN_MISSING', column: '[new] A', message: 'It is missing.' };
    const ofHeader = { ...warning, line: 1 };
    expect(grouped([warning, ofHeader])).toEqual({ groups: [], lists: [undefined, undefined] });
  });

  it.each([
    ['columns', Array.from({ length: 1_000 }, (_, index) => issue(index + 2, `C${index}`)), 201],
    ['long names', Array.from({ length: 50 }, (_, index) => issue(index + 2, String(index).padEnd(10_000))), 5],
  ])('are bounded by the number of %s, and none is lost from the counts', (_, issues, most) => {
    const { groups } = grouped(issues);
    expect(groups).toHaveLength(most);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(issues.length);
    expect(groups.filter(({ others }) => others)).toEqual([groups.at(-1)]);
    expect(groups.at(-1)).not.toHaveProperty('column');
  });
});
