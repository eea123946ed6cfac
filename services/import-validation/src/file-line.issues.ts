import type { FieldKind, RecordedIssue, IssueCode, PlannedField } from '@roundtrip/contracts';
import { type CellProblem, openAsText, quote, shownValue, spreadsheetDamage } from '@roundtrip/fields';
import { type Sentence, sentence } from '@roundtrip/words/sentence';
import type { LinePlace } from './duplicate-lines.js';

/** What can be wrong with a line by itself. */

export interface IssuePlace {
  line: number;
  part?: number;
}

/** Assigned, not spread: a spread into an object that is not empty costs V8 a new hidden class, and there may be millions of issues. */
function placed({ line, part }: IssuePlace, issue: RecordedIssue): RecordedIssue {
  issue.line = line;
  if (part !== undefined) issue.part = part;
  return issue;
}

export const rowWidth = (at: IssuePlace, found: number, expected: number): RecordedIssue =>
  placed(at, {
    code: 'ROW_WIDTH',
    message: [sentence('row-width', { found, expected })],
    hint: [sentence(found < expected ? 'row-short' : 'row-long')],
  });

/** @param column its letters */
export const beyondHeader = (at: IssuePlace, column: string): RecordedIssue =>
  placed(at, {
    code: 'ROW_WIDTH',
    message: [sentence('beyond-header', { cell: `${column}${at.line}` })],
    hint: [sentence('beyond-header-how')],
  });

export const controlCharacter = (at: IssuePlace, column: string, cell: string): RecordedIssue =>
  placed(at, {
    code: 'CONTROL_CHARACTER',
    column,
    // oxlint-disable-next-line no-control-regex -- they are what is made visible
    value: shownValue(cell).replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '\uFFFD'),
    message: [sentence('control-character')],
    hint: [sentence('control-character-how')],
  });

export const numberMissing = (at: IssuePlace, column: string): RecordedIssue =>
  placed(at, {
    code: 'CONTACT_NUMBER_MISSING',
    column,
    message: [sentence('number-missing')],
    hint: [sentence('number-missing-how')],
  });

const placesNamed = 10;

/** @param others the other lines of the same number, at least one */
export const duplicateRow = (
  at: IssuePlace,
  column: string,
  cell: string,
  others: readonly LinePlace[],
): RecordedIssue =>
  placed(at, {
    code: 'CONTACT_DUPLICATE_ROW',
    column,
    value: shownValue(cell),
    message: [alsoOn(quote(cell), others, at)],
    hint: [sentence('duplicate-row-how')],
  });

function alsoOn(value: string, others: readonly LinePlace[], at: IssuePlace): Sentence {
  const named = others.slice(0, placesNamed);
  const [{ part } = { part: 1 }] = named;
  const count = named.length;
  const more = others.length > count ? 'yes' : 'no';
  const rows = named.map(({ line }) => line).join(', ');
  if (at.part === undefined) return sentence('duplicate-row', { value, count, rows, more });
  if (named.every((other) => other.part === part)) {
    return sentence('duplicate-row-of-part', { value, count, rows, part, more });
  }
  const places = named.map((other) => `${other.part}:${other.line}`).join(', ');
  return sentence('duplicate-row-of-parts', { value, rows: places, more });
}

export function cellError(
  at: IssuePlace,
  column: string,
  cell: string,
  { code, message, hint }: Omit<CellProblem, 'code'> & { code: IssueCode },
): RecordedIssue {
  const issue: RecordedIssue = { code, column, value: shownValue(cell), message };
  if (hint !== undefined) issue.hint = hint;
  return placed(at, issue);
}

/** @param beside a field next to the cell's own, which would take it */
export const shiftedCell = (
  at: IssuePlace,
  column: string,
  cell: string,
  { code, message, hint }: CellProblem,
  beside: PlannedField,
): RecordedIssue =>
  cellError(at, column, cell, {
    code,
    message: [...message, sentence('value-of-beside', { field: beside.code })],
    hint: [sentence('move-cells-back'), ...(hint ?? [])],
  });

export function oldUnreadable(at: IssuePlace, column: string, cell: string, kind: FieldKind): RecordedIssue {
  if (cell.trim() === '') {
    return placed(at, {
      code: 'OLD_UNREADABLE',
      column,
      message: [sentence('old-blank')],
      hint: [leaveOld],
    });
  }
  const damage = spreadsheetDamage(cell.trim(), kind);
  const quoted = quote(cell);
  const unreadable =
    damage?.meant === undefined
      ? sentence('old-unreadable', { value: quoted })
      : sentence('old-unreadable-meant', { value: quoted, meant: damage.meant });
  return placed(at, {
    code: 'OLD_UNREADABLE',
    column,
    value: shownValue(cell),
    message: damage ? [unreadable, damage.did] : [unreadable],
    hint: damage ? [leaveOld, openAsText] : [leaveOld],
  });
}

const leaveOld = sentence('old-leave');
