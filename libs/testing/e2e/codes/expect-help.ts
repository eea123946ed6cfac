import { expect } from '@jest/globals';
import { isWarning, type Issue } from '@roundtrip/contracts';
import type { ExpectedIssue, FoundInLines } from './code-case.js';
import type { Ended, Refusal } from './import-user.js';
import { readCsv } from './run-case.js';

/** The upload was refused as it should be. */
export function expectRefused(end: Ended | Refusal, code: string, status: number, says: readonly string[]): void {
  expect(end).toMatchObject({ status, contentType: expect.stringContaining('application/problem+json') });
  const { problem } = end as Refusal;
  expect(problem.code).toBe(code);
  expectHelp(problem.detail, says);
}

/** The file could not be used, and everybody is told why. */
export function expectUnusable(end: Ended, expected: ExpectedIssue): void {
  expect(end).toMatchObject({ state: 'REJECTED', counts: null, warnings: [] });
  expectIssues(end, [expected]);
  const [{ message, hint }] = end.issues as [Issue];
  expect(end.problem).toEqual({ code: expected.code, detail: `${message} ${hint}` });
  expect(end.rejectedLines.status).toBe(409);
}

/** What was to be said of the lines was said, in every place where a user looks. */
export function expectLines(end: Ended, { lines, issues }: FoundInLines): void {
  expectCounts(end, lines);
  expectIssues(end, issues);
  expect(end.rejectedLines.status).toBe(200);
  const { sheet } = readCsv(end.rejectedLines.text);
  expect(sheet.header.at(-1)).toBe('[errors]');
  expect(sheet.rows).toHaveLength(lines.rejected ?? 0);
  for (const { line, column, code, message, hint } of end.issues.filter((issue) => !isWarning(issue.code))) {
    const said = sheet.rows.find((row) => row[sheet.column('[errors]')]!.includes(message))?.[sheet.column('[errors]')];
    expect([line, said]).toEqual([line, expect.stringContaining(code)]);
    expect(said).toContain(hint);
    if (column !== undefined) expect(said).toContain(` in ${column}: `);
  }
}

/** What the user sees first, the list of all, and the list of each code. */
export function expectIssues(end: Ended, expected: readonly ExpectedIssue[]): void {
  expect(end.issues).toEqual(
    expected.map((issue) => expect.objectContaining(withoutNothing({ ...issue, says: undefined }))),
  );
  expect([...end.warnings, ...end.firstErrors]).toEqual(expect.arrayContaining(end.issues));
  expect([...end.warnings, ...end.firstErrors]).toHaveLength(end.issues.length);
  expect(end.firstErrors.filter(({ code }) => isWarning(code))).toEqual([]);
  for (const [code, issues] of Object.entries(end.issuesByCode)) {
    expect(issues).toEqual(end.issues.filter((issue) => issue.code === code));
    expect(end.issueCounts[code]).toBe(issues.length);
  }
  end.issues.forEach((issue, at) => {
    expectHelp(issue.message, []);
    expectHelp(issue.hint ?? '', []);
    expectHelp(`${issue.message} ${issue.hint}`, expected[at]!.says);
    expect(Array.from(issue.value ?? '').length).toBeLessThanOrEqual(200);
  });
}

const withoutNothing = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as Partial<T>;

/** Whole sentences that say what the case asks for, and nothing of what only we know. */
function expectHelp(text: string, says: readonly string[]): void {
  for (const part of says) expect(text).toContain(part);
  expect(text).toMatch(/^["“A-Z].{10,500}[.?]$/);
  expect(text).not.toMatch(/undefined|null|NaN|\[object|imp_|Error\b|exception|\bbytes?\b|delimiter|record\b|offset/i);
}

/** total = applied (a check: wouldApply) + unchanged + rejected + notAttempted */
export function expectCounts(end: Ended, { applied = 0, unchanged = 0, rejected = 0 }: FoundInLines['lines']): void {
  const counts = end.counts!;
  const done = end.state === 'CHECKED' ? 'wouldApply' : 'applied';
  expect(counts).toMatchObject({ [done]: applied, unchanged, rejected, notAttempted: 0 });
  expect(counts['total']).toBe(counts[done]! + counts['unchanged']! + counts['rejected']! + counts['notAttempted']!);
}
