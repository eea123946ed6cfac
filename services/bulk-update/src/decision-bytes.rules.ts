import type { PlannedChange, PlannedField, PlannedLine } from '@roundtrip/contracts';
import { arrayIndexBytes, storedBytes } from '@roundtrip/fields';
import { type ChunkDecisions, position } from './chunk.rules.js';

/**
 * How many lines the decisions of one document are for: a document holds 16 MiB, and what stands in the database counts, not only the
 * file. What a line may come to is bounded by its fields, so that it still fits when it is decided again on other values. Pure.
 */
export const maxDecisionBytes = 14 * 1024 ** 2;

/** What an entry and a report hold beside values, cells and conflicts: places, and what the database says of number and e-mail. */
const lineBytes = 2_500;
/** The sentences of a conflict, and what it quotes twice: 200 characters beside the sentence, 60 in it. */
const conflictBytes = 900;
const shownBytes = 800;
const quotedBytes = 240;

/** Of texts as long as the rules allow; a MULTI_LIST of a plan that does not say how many values there are may be larger. */
const bytesOfKind: Readonly<Record<PlannedField['kind'], number>> = {
  AUTHORISATION: 8,
  BOOLEAN: 8,
  NUMBER: 350,
  DATE: 16,
  LIST: 250,
  TEXT: 4_005,
  MULTI_LIST: 4_005,
};

/** The most that the decision on a line takes, whatever it is and whatever values of the fields' kinds the contact has. */
export function bytesAtMost(
  line: PlannedLine,
  fields: readonly PlannedField[],
  header: readonly string[],
  cellBytes = storedBytes(line.raw),
): number {
  const issues = storedBytes(line.issues);
  let applied = lineBytes + issues;
  let rejected = lineBytes + issues + cellBytes;
  for (const change of line.changes) {
    const field = fields[change.field];
    if (!field) continue;
    const before = field.valueBytes ?? bytesOfKind[field.kind];
    applied += 2 * (2 + Buffer.byteLength(field.path)) + before + storedBytes(change.new);
    if (mayConflict(change, field)) rejected += before + conflictBytesOf(change, before, header[field.newColumn] ?? '');
  }
  return Math.max(applied, rejected);
}

const mayConflict = ({ old }: PlannedChange, { kind }: PlannedField): boolean =>
  !('missing' in old) || kind === 'AUTHORISATION';

function conflictBytesOf(change: PlannedChange, before: number, column: string): number {
  const values = [storedBytes(change.old), before, 2 * storedBytes(change.new)];
  const shown = values.reduce((sum, bytes) => sum + Math.min(bytes, shownBytes) + Math.min(bytes, quotedBytes), 0);
  return conflictBytes + Math.min(Buffer.byteLength(column), shownBytes) + shown;
}

/** A line as it was read from a plan says how long its cells are as JSON, without making them. */
type LineToFit = PlannedLine & { rawCharacters?: number };

/** A cell is three characters of JSON or more, and takes twelve bytes beside its letters, which are three bytes each at most. */
const cellBytesAtMost = (characters: number): number => 5 + 7 * characters;

function allFitForCertain(lines: readonly LineToFit[], from: number, { fields, header, maxBytes }: Fitting): boolean {
  let bytes = 0;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.rawCharacters === undefined) return false;
    bytes += bytesAtMost(line, fields, header, cellBytesAtMost(line.rawCharacters));
    if (bytes > maxBytes) return false;
  }
  return true;
}

interface Fitting {
  fields: readonly PlannedField[];
  header: readonly string[];
  maxBytes: number;
}

/** How many of the lines from `from` on one document takes for certain; at least one. */
export function fittingLines(lines: readonly PlannedLine[], from: number, fitting: Fitting): number {
  if (allFitForCertain(lines, from, fitting)) return lines.length - from;
  const { fields, header, maxBytes } = fitting;
  let bytes = 0;
  for (let index = from; index < lines.length; index++) {
    bytes += bytesAtMost(lines[index]!, fields, header);
    if (bytes > maxBytes) return Math.max(1, index - from);
  }
  return lines.length - from;
}

/**
 * The decisions on the first lines that one document takes, and how many lines those are, at least one: values that no file could have
 * written may be larger than those of their kind.
 */
export function fittingDecisions(
  lines: readonly PlannedLine[],
  decisions: ChunkDecisions,
  maxBytes: number,
): { lines: number; decisions: ChunkDecisions } {
  if (storedBytes(decisions.entries) + storedBytes(decisions.reports) <= maxBytes) {
    return { lines: lines.length, decisions };
  }
  const bytesOfLine = new Map<string, number>();
  for (const item of [...decisions.entries, ...decisions.reports]) {
    const place = position(item);
    bytesOfLine.set(place, (bytesOfLine.get(place) ?? 0) + arrayIndexBytes + storedBytes(item));
  }
  const taken = new Set<string>();
  let bytes = 0;
  for (const line of lines) {
    bytes += bytesOfLine.get(position(line)) ?? 0;
    if (bytes > maxBytes && taken.size > 0) break;
    taken.add(position(line));
  }
  if (taken.size === lines.length) return { lines: lines.length, decisions };
  const isTaken = (item: { line: number; part?: number }): boolean => taken.has(position(item));
  const { entries, reports } = decisions;
  return { lines: taken.size, decisions: { entries: entries.filter(isTaken), reports: reports.filter(isTaken) } };
}
