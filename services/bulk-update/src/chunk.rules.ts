import { isWarning, kindTraits, type PlannedField, type PlannedLine } from '@roundtrip/contracts';
import type {
  ChunkDocument,
  ChunkEntry,
  ChunkReport,
  ClosedChunkDocument,
  ContactDocument,
  Transition,
  ValueChange,
} from '@roundtrip/database';
import { formatValue, inUsePath, otherValues, transitionText, valueDifference } from '@roundtrip/fields';
import { type DecisionRules, decideLine, type LineDecision } from './line-decision.rules.js';
import type { Resemblance } from './number-causes.rules.js';
import { ValueTotals } from './value-totals.js';

/** A chunk's decisions as a pure value: what will change (entries) and what there is to say (reports). */
export interface ChunkDecisions {
  entries: ChunkEntry[];
  reports: ChunkReport[];
}

/** Who can tell at a glance that there is nothing to do and nothing to say says so. */
export interface ContactsToDecideOn {
  get(contactNumber: string): ContactDocument | undefined;
  leavesUnchanged?(line: PlannedLine): boolean;
}

/**
 * @param contacts by contact number, as they are now
 * @param resemblances unknown number → the known ones that it may have been
 */
export function decideChunk(
  lines: readonly PlannedLine[],
  contacts: ContactsToDecideOn,
  rules: DecisionRules,
  resemblances: ReadonlyMap<string, Resemblance> = new Map(),
): ChunkDecisions {
  const entries: ChunkEntry[] = [];
  const reports: ChunkReport[] = [];
  for (const line of lines) {
    if (contacts.leavesUnchanged?.(line)) continue;
    const number = line.contactNumber ?? '';
    const contact = contacts.get(number);
    const { entry, report } = outcomeOf(line, contact, decideLine(line, contact, rules, resemblances.get(number)));
    if (entry) entries.push(entry);
    if (report) reports.push(report);
  }
  return { entries, reports };
}

function outcomeOf(
  line: PlannedLine,
  contact: ContactDocument | undefined,
  decision: LineDecision,
): { entry?: ChunkEntry; report?: ChunkReport } {
  const at = line.part === undefined ? { line: line.line } : { line: line.line, part: line.part };
  if (decision.outcome === 'reject') {
    const raw = [...line.raw];
    for (const { field, now, isRefusal } of decision.stale) {
      if (field.oldColumn !== undefined) raw[field.oldColumn] = formatValue(field, now);
      // With a fresh [old] the line would know of the refusal: a file that is sent back unread must not end it.
      if (isRefusal) raw[field.newColumn] = '';
    }
    return { report: { ...at, rejected: true, issues: decision.issues, raw } };
  }
  const report = decision.issues.length > 0 ? { ...at, rejected: false, issues: decision.issues } : undefined;
  if (decision.outcome === 'unchanged') return { report };
  return { report, entry: entryOf(line, contact, decision) };
}

/** Written out property by property: of an update of everybody there is one for each line. */
function entryOf(
  line: PlannedLine,
  contact: ContactDocument | undefined,
  { changes, overwritten }: LineDecision & { outcome: 'apply' },
): ChunkEntry {
  const before: ChunkEntry['before'] = {};
  const after: ChunkEntry['after'] = {};
  for (const change of changes) {
    before[change.path] = change.before;
    after[change.path] = change.after;
  }
  const { contactNumber = '' } = line;
  const decided = { contactNumber, rev: contact?.rev ?? 0, previous: contact?.lastChange ?? null, before, after };
  const entry: ChunkEntry =
    line.part === undefined ? { line: line.line, ...decided } : { line: line.line, part: line.part, ...decided };
  if (overwritten) entry.overwritten = true;
  return entry;
}

/** The same chunk with the lines that were decided again; the order of the file is kept. */
export function replaceDecisions(
  chunk: ChunkDecisions,
  lines: readonly Pick<PlannedLine, 'line' | 'part'>[],
  again: ChunkDecisions,
): ChunkDecisions {
  const isReplaced = new Set(lines.map(position));
  const merge = <T extends { line: number; part?: number }>(kept: T[], added: T[]): T[] =>
    [...kept.filter((item) => !isReplaced.has(position(item))), ...added].toSorted(
      (a, b) => (a.part ?? 1) - (b.part ?? 1) || a.line - b.line,
    );
  return { entries: merge(chunk.entries, again.entries), reports: merge(chunk.reports, again.reports) };
}

/** Where a line stands in its file. */
export const position = ({ line, part }: { line: number; part?: number | undefined }): string => `${part ?? 1}:${line}`;

/** What a chunk adds to the sums of its import. */
export function closeChunk(
  chunk: Pick<ChunkDocument, 'lines' | 'entries' | 'reports' | 'notAttempted'>,
  fields: readonly PlannedField[],
): Closed {
  const applied = chunk.entries.length;
  const rejected = chunk.reports.filter((report) => report.rejected).length;
  return {
    counts: {
      total: chunk.lines,
      applied,
      rejected,
      unchanged: chunk.notAttempted ? 0 : chunk.lines - applied - rejected,
      notAttempted: chunk.notAttempted ? chunk.lines : 0,
      overwritten: chunk.entries.filter((entry) => entry.overwritten).length,
      warnings: chunk.reports.filter((report) => report.issues.some((issue) => isWarning(issue.code))).length,
    },
    transitions: transitionsOf(chunk.entries, fields),
    valueChanges: valueChangesOf(chunk.entries, fields),
  };
}

type Closed = Pick<ClosedChunkDocument, 'counts' | 'transitions' | 'valueChanges'>;

/** What two documents of a chunk add to the sums. */
export function closeTogether(one: Closed, other: Closed, fields: readonly PlannedField[]): Closed {
  const counts = Object.fromEntries(
    Object.entries(one.counts).map(([name, lines]) => [name, lines + other.counts[name as keyof Closed['counts']]]),
  ) as Closed['counts'];
  const totals = new TransitionTotals(fields.length);
  for (const transition of [...one.transitions, ...other.transitions]) totals.add(transition);
  const values = new ValueTotals();
  for (const change of [...(one.valueChanges ?? []), ...(other.valueChanges ?? [])]) values.add(change);
  return { counts, transitions: totals.list(), valueChanges: values.list() };
}

function transitionsOf(entries: readonly ChunkEntry[], fields: readonly PlannedField[]): Transition[] {
  const byPath = new Map(fields.map((field) => [field.path, field]));
  const totals = new TransitionTotals(fields.length);
  for (const entry of entries) {
    for (const [path, after] of Object.entries(entry.after)) {
      const field = byPath.get(path);
      if (!field || path === inUsePath) continue;
      totals.add({
        path,
        from: transitionText(field, entry.before[path] ?? null),
        to: transitionText(field, after),
        lines: 1,
      });
    }
  }
  return totals.list();
}

function valueChangesOf(entries: readonly ChunkEntry[], fields: readonly PlannedField[]): ValueChange[] {
  const severals = fields.filter(({ kind }) => kindTraits[kind].several);
  const totals = new ValueTotals();
  for (const entry of entries) {
    for (const { path } of severals) {
      if (!Object.hasOwn(entry.after, path)) continue;
      const { added, removed } = valueDifference(entry.before[path] ?? null, entry.after[path] ?? null);
      for (const value of added) totals.add({ path, change: 'added', value, lines: 1 });
      for (const value of removed) totals.add({ path, change: 'removed', value, lines: 1 });
    }
  }
  return totals.list();
}

/** All rows of an import stand in one document, and in one answer to a browser. */
const rowsAtMost = 4_000;
const rowsOfAField = { least: 4, most: 500 };

/** Sums up transitions; they can be many, so that a field keeps its first ones, and joins the others. */
export class TransitionTotals {
  private readonly rows = new Map<string, Transition>();
  private readonly rowsOfPath = new Map<string, number>();
  private readonly kept: number;

  constructor(fields: number) {
    this.kept = Math.max(rowsOfAField.least, Math.min(rowsOfAField.most, Math.floor(rowsAtMost / fields)));
  }

  add(transition: Transition): void {
    const { path, lines } = transition;
    let { from, to } = transition;
    let key = JSON.stringify([path, from, to]);
    if (!this.rows.has(key) && (this.rowsOfPath.get(path) ?? 0) >= this.kept) {
      from = to = otherValues;
      key = JSON.stringify([path, from, to]);
    }
    const row = this.rows.get(key);
    if (row) row.lines += lines;
    else {
      this.rows.set(key, { path, from, to, lines });
      this.rowsOfPath.set(path, (this.rowsOfPath.get(path) ?? 0) + 1);
    }
  }

  list(): Transition[] {
    return [...this.rows.values()];
  }
}
