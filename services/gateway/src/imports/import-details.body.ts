import { isAboutFile, type IssueCode, type Language, type TemplateComparison } from '@roundtrip/contracts';
import type { ImportJobDocument, IssueGroup, OutcomeDocument } from '@roundtrip/database';
import { codeText, issueWords } from '@roundtrip/words';
import type { z } from 'zod';
import { toIssue } from '../http/issue-words.js';
import type { Queued } from '../jobs/job-queue.repository.js';
import { toImportSummary } from './import.body.js';
import type { ImportResults } from './import-results.repository.js';
import type { importBody } from './imports.schemas.js';

export type ImportBody = z.output<typeof importBody>;
export type ImportDetails = ImportResults & { job: ImportJobDocument & Queued };

/** One import with its results. They are there when its state says so: what is written before the end is not shown. */
export function toImportBody(
  { job, outcome, fileProblem, sheetColumns, comparison }: ImportDetails,
  now: Date,
  language: Language,
): ImportBody {
  const summary = toImportSummary(job, now, language);
  const nothing = {
    transitions: [],
    valueChanges: [],
    warnings: [],
    firstErrors: [],
    issueCounts: {},
    sheetColumns: null,
    issueGroups: [],
    comparison: null,
  };
  if (job.finishedAt === undefined) return { ...summary, ...nothing };
  const compared = { comparison: comparison ? toComparison(comparison) : null };
  if (outcome) {
    const { transitions, valueChanges = [], warnings, firstErrors, issueCounts } = outcome;
    const groups = outcome.issueGroups ?? groupsByCode(outcome);
    return {
      ...summary,
      transitions,
      valueChanges,
      warnings: warnings.map((issue) => toIssue(language, issue)),
      firstErrors: firstErrors.map((issue) => toIssue(language, issue)),
      issueCounts,
      sheetColumns: sheetColumns ?? null,
      issueGroups: groups.map((group) => toIssueGroup(language, group)),
      ...compared,
    };
  }
  if (!fileProblem) return { ...summary, ...nothing, ...compared };
  return {
    ...summary,
    ...nothing,
    ...compared,
    firstErrors: [toIssue(language, fileProblem)],
    issueCounts: { [fileProblem.code]: 1 },
  };
}

const toComparison = ({
  isTooLarge,
  addedPlaces,
  columns,
  ...counts
}: TemplateComparison): ImportBody['comparison'] => ({
  ...counts,
  isTooLarge: isTooLarge ?? false,
  addedPlaces: addedPlaces.map(toPlace),
  columns: columns.map((column) => ({ ...column, places: column.places.map(toPlace) })),
});

const toPlace = ({ line, part }: { line: number; part?: number | undefined }) => ({ line, part: part ?? null });

function toIssueGroup(language: Language, group: IssueGroup): ImportBody['issueGroups'][0] {
  const { code, column, count, lines, others } = group;
  const { message, hint, params } = issueWords(language, group);
  return {
    code,
    column: column ?? null,
    count,
    lines: lines.map(toPlace),
    explanation: codeText(language, code),
    message: message ?? null,
    hint: hint ?? null,
    ...(params && { params }),
    others: others ?? false,
  };
}

/** Of an outcome that knows no groups: what is about lines by code, with the lines that it shows first. */
function groupsByCode({ issueCounts, warnings, firstErrors }: OutcomeDocument): IssueGroup[] {
  const shown = [...warnings, ...firstErrors];
  const codes = Object.entries(issueCounts) as [IssueCode, number][];
  return codes.flatMap(([code, count]) => {
    const ofCode = shown.filter((issue) => issue.code === code);
    const lines = ofCode
      .filter((issue) => !isAboutFile(issue))
      .map(({ line = 1, part }) => ({ line, ...(part !== undefined && { part }) }));
    const aboutLines = count - (ofCode.length - lines.length);
    return aboutLines > 0 ? [{ code, count: aboutLines, lines: lines.slice(0, 5) }] : [];
  });
}
