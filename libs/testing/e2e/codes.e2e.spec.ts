import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueCodes, type Role } from '@roundtrip/contracts';
import { Client } from '@roundtrip/test-kit/client';
import { type Stack, startStack } from './src/start-stack.js';
import { castOf, makeContacts } from './codes/cast.js';
import { cellCases } from './codes/cell.cases.js';
import type { CodeCase } from './codes/code-case.js';
import { expectCounts, expectIssues, expectLines, expectRefused, expectUnusable } from './codes/expect-help.js';
import { fileCases, lowLimits } from './codes/file.cases.js';
import { lineCases, warningCases } from './codes/line.cases.js';
import { type Ended, ImportUser, isRefusal } from './codes/import-user.js';
import { describeRights } from './codes/rights.js';
import { type CaseRun, readCsv, runCase } from './codes/run-case.js';
import { workbookCases } from './codes/workbook.cases.js';

/**
 * Every code of a file, a line or a cell (issue-codes.ts) as its user meets it: a real file is checked, used for an update, put right as the help says, and applied.
 * The files are worked through beforehand, several at a time; the tests look at what came of them.
 */

const atOnce = 6;
const cases: readonly CodeCase[] = [...fileCases, ...workbookCases, ...lineCases, ...cellCases, ...warningCases];
const titled = cases.map((code, index) => [`${code.code}: ${code.about}`, code, index] as const);

const casts = cases.map((_, index) => castOf(index));
const castOfRights = castOf(cases.length);

let stack: Stack;
const as = (role: Role): ImportUser => new ImportUser(new Client(stack.url, stack.keys[role]));
const runs: (CaseRun | Error)[] = [];

beforeAll(async () => {
  stack = await startStack({ contacts: 100, env: lowLimits });
  await makeContacts(new Client(stack.url, stack.keys.operator), [...casts, castOfRights]);
  const waiting = [...cases.keys()];
  const work = async (): Promise<void> => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      runs[index] = await runCase(as('operator'), cases[index]!, casts[index]!).catch((error: Error) => error);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}, 600_000);
afterAll(() => stack?.stop(), 300_000);

function runOf(index: number): CaseRun {
  const run = runs[index];
  if (run === undefined || run instanceof Error) throw run ?? new Error('The file was not worked through');
  return run;
}

describe('every code of an import', () => {
  it('is met in one of these files', () => {
    const met = new Set<string>();
    for (const index of cases.keys()) {
      const { update } = runOf(index);
      if (isRefusal(update)) met.add(update.problem.code);
      else for (const { code } of update.issues) met.add(code);
    }
    expect(issueCodes.filter((code) => !met.has(code))).toEqual([]);
  });
});

describe.each(titled)('%s', (_title, { found, becomes, code }, index) => {
  it('is told by the check and by the update alike, and as help', () => {
    const { check, update } = runOf(index);
    if (found.at === 'upload') {
      for (const end of [check, update]) expectRefused(end, code, found.status, found.says);
      return;
    }
    if (isRefusal(check) || isRefusal(update)) throw new Error(JSON.stringify([check, update]));
    if (found.at === 'file' && found.checked) {
      const { part, says, checked } = found;
      expect(check.state).toBe('CHECKED');
      expectIssues(check, checked);
      expectUnusable(update, { code, part, says });
      return;
    }
    expect(update.issues).toEqual(check.issues);
    expect(update.issueCounts).toEqual(check.issueCounts);
    if (found.at === 'file') {
      const { line, part, column, says } = found;
      for (const end of [check, update]) expectUnusable(end, { code, line, part, column, says });
      return;
    }
    expect(check.state).toBe('CHECKED');
    expect(update.state).toBe(found.lines.rejected ? 'DONE_WITH_ERRORS' : 'DONE');
    for (const end of [check, update]) expectLines(end, found);
    const { wouldApply, ...others } = check.counts!;
    expect(update.counts).toEqual({ applied: wouldApply, ...others });
    expect(update.transitions).toEqual(check.transitions);
    expect(update.rejectedLines).toEqual(check.rejectedLines);
  });

  it('is gone when the file is put right', () => {
    const { corrected, contact, update } = runOf(index);
    expect(contact).toMatchObject(becomes);
    if (found.at === 'lines' && !found.correct) return;
    expect(corrected).toMatchObject({ state: 'DONE', issues: [], rejectedLines: { status: 200 } });
    if (found.at !== 'lines') return expectCounts(corrected as Ended, { applied: 2, unchanged: 1 });
    expect(readCsv((update as Ended).rejectedLines.text).sheet.rows).toHaveLength(found.lines.rejected ?? 0);
    expectCounts(corrected as Ended, found.corrected ?? { applied: found.lines.rejected });
  });
});

describeRights(castOfRights, as);
