import { describe, expect, it } from '@jest/globals';
import type { IssueGroup } from '@roundtrip/gateway/api';
import { areFew, commonHint, isAboutFile, orderedGroups } from './issues.rules.js';

const group = (code: IssueGroup['code'], count: number): IssueGroup => ({
  code,
  count,
  column: null,
  lines: [],
  explanation: 'What it means.',
  message: null,
  hint: null,
  others: false,
});

describe('the groups of errors and warnings', () => {
  it('stand in the order of how much there is to do: errors first, the most frequent first', () => {
    const groups = [group('OLD_UNREADABLE', 900), group('CODE_UNKNOWN', 2), group('CONTACT_UNKNOWN', 7)];
    expect(orderedGroups(groups).map(({ code }) => code)).toEqual([
      'CONTACT_UNKNOWN',
      'CODE_UNKNOWN',
      'OLD_UNREADABLE',
    ]);
  });

  it('are open at first when all of their lines are few', () => {
    expect(areFew([group('CODE_UNKNOWN', 13), group('CONTACT_UNKNOWN', 7)])).toBe(true);
    expect(areFew([group('CODE_UNKNOWN', 14), group('CONTACT_UNKNOWN', 7)])).toBe(false);
  });

  it('leave out what is said of the file: its header is the row 1', () => {
    expect([undefined, 1, 2].map((line) => isAboutFile(line === undefined ? {} : { line }))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('say once what helps several lines, and beside its line what helps one', () => {
    const hint = 'Did you mean TEACHER?';
    expect(commonHint({ ...group('CODE_UNKNOWN', 2), hint })).toBe(hint);
    expect(commonHint({ ...group('CODE_UNKNOWN', 1), hint })).toBeNull();
  });
});
