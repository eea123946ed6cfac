import { describe, expect, it } from '@jest/globals';
import type { ClosedChunkDocument, OutcomeDocument } from '@roundtrip/database';
import type { RecordedIssue, Plan } from '@roundtrip/contracts';
import fc from 'fast-check';
import { type ImportEnd, ImportSums, outcomeOf } from './outcome.rules.js';
import type { AcceptedImport } from './outcomes.repository.js';

const completedAt = new Date('2026-03-01T10:00:00.000Z');
const field = (path: string, code: string) => ({
  path,
  code,
  name: `Name of ${code}`,
  kind: 'text' as const,
  newColumn: 1,
  letters: [],
});
const fileWarning: RecordedIssue = { code: 'ENCODING_ASSUMED', message: 'The encoding is assumed.' };

const planOf = (lines: number, more: Partial<Plan> = {}): Plan =>
  ({ lines, chunks: 1, blankLines: 3, warnings: [], fields: [field('b', 'B'), field('a', 'A')], ...more }) as Plan;

const acceptedOf = (plan: Plan, more: Partial<AcceptedImport> = {}): AcceptedImport =>
  ({ _id: 'i1', institution: 'city', action: 'update', plan, ...more }) as AcceptedImport;

type Counts = ClosedChunkDocument['counts'];
const none: Counts = {
  total: 0,
  applied: 0,
  unchanged: 0,
  rejected: 0,
  overwritten: 0,
  notAttempted: 0,
  warnings: 0,
};
const closed = (counts: Partial<Counts>, more: Partial<ClosedChunkDocument> = {}): ClosedChunkDocument => ({
  _id: 'i1:00000',
  counts: { ...none, ...counts },
  transitions: [],
  closedAt: completedAt,
  ...more,
});

const noIssues: ImportEnd['summary'] = { warnings: [], firstErrors: [], issueCounts: {}, issueGroups: [] };

function outcome(
  accepted: AcceptedImport,
  chunks: readonly ClosedChunkDocument[],
  end: Partial<Pick<ImportEnd, 'summary' | 'problem'>> = {},
): OutcomeDocument {
  const sums = new ImportSums(accepted.plan);
  for (const chunk of chunks) sums.add(chunk);
  return outcomeOf(accepted, { sums, summary: noIssues, problem: undefined, completedAt, ...end });
}

describe('the state in which an import ends', () => {
  const problem = { code: 'UPDATE_FAILED', detail: 'The import was stopped.' };
  const allApplied = { total: 10, applied: 10 };
  const oneRejected = { total: 10, applied: 9, rejected: 1 };
  const oneLeft = { total: 10, applied: 9, notAttempted: 1 };
  it.each([
    ['a check', { action: 'check' as const }, allApplied, undefined, 'CHECKED'],
    ['a check that found errors', { action: 'check' as const }, oneRejected, undefined, 'CHECKED'],
    ['a check that was cancelled in its midst', { action: 'check' as const }, oneLeft, undefined, 'CANCELLED'],
    ['an update', {}, allApplied, undefined, 'DONE'],
    ['an update that rejected a line', {}, oneRejected, undefined, 'DONE_WITH_ERRORS'],
    ['an update that left a line', {}, oneLeft, undefined, 'CANCELLED'],
    ['an update that was cancelled before it was planned', { cancelled: true as const }, {}, undefined, 'CANCELLED'],
    ['an update with a problem, however far it came', {}, allApplied, problem, 'FAILED'],
    ['a cancelled update with a problem', { cancelled: true as const }, oneLeft, problem, 'FAILED'],
  ])('%s', (_, more, counts: Partial<Counts>, failed, state) => {
    const ended = outcome(acceptedOf(planOf(counts.total ?? 0), more), [closed(counts)], { problem: failed });
    expect([ended.state, ended.problem]).toEqual([state, failed]);
  });

  it('has no field for a problem that there is not', () => {
    expect(Object.keys(outcome(acceptedOf(planOf(0)), []))).not.toContain('problem');
  });
});

describe('the counts of an import', () => {
  it('are those of its chunks together, with the blank lines and the warnings of the file', () => {
    const chunks = [
      closed({ total: 6, applied: 2, unchanged: 1, rejected: 3, overwritten: 1, warnings: 2 }),
      closed({ total: 4, applied: 1, notAttempted: 3, warnings: 1 }),
    ];
    expect(outcome(acceptedOf(planOf(12, { warnings: [fileWarning] })), chunks).counts).toEqual({
      total: 12,
      applied: 3,
      unchanged: 1,
      rejected: 3,
      overwritten: 1,
      // Three that a chunk left out, and two of a chunk that nobody could close.
      notAttempted: 5,
      warnings: 4,
      blankLines: 3,
    });
  });

  it('always add up to the lines of the file, in whatever order the chunks are closed', () => {
    const chunk = fc
      .tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50))
      .map(([applied, unchanged, rejected, notAttempted]): ClosedChunkDocument =>
        closed({ applied, unchanged, rejected, notAttempted, total: applied + unchanged + rejected + notAttempted }),
      );
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 8 }), fc.nat(30), (chunks, lost) => {
        const lines = chunks.reduce((sum, { counts }) => sum + counts.total, lost);
        const { counts } = outcome(acceptedOf(planOf(lines)), chunks);
        expect(counts.applied + counts.unchanged + counts.rejected + counts.notAttempted).toBe(lines);
        expect(outcome(acceptedOf(planOf(lines)), chunks.toReversed()).counts).toEqual(counts);
      }),
    );
  });
});

describe('what an import has changed', () => {
  it('is summed over its chunks, in the order of the columns, each row with what its field is called', () => {
    const transition = (path: string, lines: number) => ({ path, from: 'x', to: 'y', lines });
    const value = (path: string, lines: number) => ({ path, change: 'added' as const, value: 'v', lines });
    const chunks = [
      closed({}, { transitions: [transition('a', 1), transition('b', 2)], valueChanges: [value('a', 4)] }),
      // Written by a version that did not count values yet.
      closed({}, { transitions: [transition('a', 10)] }),
      closed({}, { valueChanges: [value('a', 1), value('b', 1)] }),
    ];
    const { transitions, valueChanges } = outcome(acceptedOf(planOf(0)), chunks);
    const a = { path: 'a', code: 'A', name: 'Name of A' };
    const b = { path: 'b', code: 'B', name: 'Name of B' };
    expect(transitions).toEqual([
      { ...b, from: 'x', to: 'y', lines: 2 },
      { ...a, from: 'x', to: 'y', lines: 11 },
    ]);
    expect(valueChanges).toEqual([
      { ...b, change: 'added', value: 'v', lines: 1 },
      { ...a, change: 'added', value: 'v', lines: 5 },
    ]);
  });
});

describe('columns that were sorted apart', () => {
  it('are one more warning, before those of the file, and change no issue count', () => {
    const summary = { ...noIssues, warnings: [fileWarning], issueCounts: { EMAIL_MISMATCH: 8, ENCODING_ASSUMED: 1 } };
    const plan = planOf(10, { warnings: [fileWarning] });
    const ended = outcome(acceptedOf(plan), [closed({ total: 10, rejected: 10 })], { summary });
    expect(ended.warnings.map(({ code }) => code)).toEqual(['EMAIL_MISMATCH', 'ENCODING_ASSUMED']);
    expect([ended.counts.warnings, ended.issueCounts]).toEqual([2, summary.issueCounts]);
    expect(summary.warnings).toEqual([fileWarning]);
  });

  it('are not seen in a few mismatches', () => {
    const summary = { ...noIssues, issueCounts: { EMAIL_MISMATCH: 4 } };
    const ended = outcome(acceptedOf(planOf(10)), [closed({ total: 10, rejected: 10 })], { summary });
    expect([ended.warnings, ended.counts.warnings]).toEqual([[], 0]);
  });
});
