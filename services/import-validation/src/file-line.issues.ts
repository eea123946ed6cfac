import type { FieldKind, Issue, IssueCode, PlannedField } from '@roundtrip/contracts';
import { type CellProblem, openAsText, quote, shownValue, spreadsheetDamage } from '@roundtrip/fields';
import type { LinePlace } from './duplicate-lines.js';

/** What can be wrong with a line by itself, in the words of the help page. */

export interface IssuePlace {
  line: number;
  part?: number;
}

const cells = (count: number): string => (count === 1 ? '1 cell' : `${count} cells`);

/** Assigned, not spread: a spread into an object that is not empty costs V8 a new hidden class, and there may be millions of issues. */
function placed({ line, part }: IssuePlace, issue: Issue): Issue {
  issue.line = line;
  if (part !== undefined) issue.part = part;
  return issue;
}

export const rowWidth = (at: IssuePlace, found: number, expected: number): Issue =>
  placed(at, {
    code: 'ROW_WIDTH',
    message: `The row has ${cells(found)}, and the header line has ${expected}: what stands in which column is not certain.`,
    hint:
      found < expected
        ? 'Give the row a cell for each column, blank ones included. A line break inside a text needs quotation marks around the cell.'
        : 'Delete what is too much, or move cells back that were shifted: in the file of rejected lines they stand behind [errors]. A text that holds a comma or a semicolon needs quotation marks around it, as in "Dupont, Marie".',
  });

/** @param column its letters */
export const beyondHeader = (at: IssuePlace, column: string): Issue =>
  placed(at, {
    code: 'ROW_WIDTH',
    message: `Something stands in cell ${column}${at.line}, to the right of the last column that has a name: whether the cells of this row were shifted is not certain.`,
    hint: 'Clear that cell, or move the cells of the row back under their columns.',
  });

export const controlCharacter = (at: IssuePlace, column: string, cell: string): Issue =>
  placed(at, {
    code: 'CONTROL_CHARACTER',
    column,
    // oxlint-disable-next-line no-control-regex -- they are what is made visible
    value: shownValue(cell).replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '\uFFFD'),
    message:
      'The cell holds an invisible character that is part of no text, shown here as �: the file was damaged, or saved in another encoding.',
    hint: 'Type the cell again, and save the file as “CSV UTF-8”.',
  });

export const numberMissing = (at: IssuePlace, column: string): Issue =>
  placed(at, {
    code: 'CONTACT_NUMBER_MISSING',
    column,
    message: 'The row has no contact number, so nobody can say which contact it is about.',
    hint: 'Fill in the number from the template, or delete the row. If its other cells are in the wrong columns, they were shifted: move them back.',
  });

const placesNamed = 10;

/** @param others the other lines of the same number, at least one */
export const duplicateRow = (at: IssuePlace, column: string, cell: string, others: readonly LinePlace[]): Issue =>
  placed(at, {
    code: 'CONTACT_DUPLICATE_ROW',
    column,
    value: shownValue(cell),
    message: `The contact ${quote(cell)} is also on ${places(others, at)}; which row counts is not certain, so none is applied.`,
    hint: 'Keep one row for each contact, or correct the number of the row that is about another one.',
  });

const places = (others: readonly LinePlace[], at: IssuePlace): string => {
  const named = others.slice(0, placesNamed).map((other) => placeText(other, at));
  return named.join(', ') + (others.length > placesNamed ? ' and more' : '');
};

const placeText = (other: LinePlace, { part }: IssuePlace): string =>
  part === undefined ? `row ${other.line}` : `row ${other.line} of part ${other.part}`;

export function cellError(
  at: IssuePlace,
  column: string,
  cell: string,
  { code, message, hint }: Omit<CellProblem, 'code'> & { code: IssueCode },
): Issue {
  const issue: Issue = { code, column, value: shownValue(cell), message };
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
): Issue =>
  cellError(at, column, cell, {
    code,
    message: `${message} It is a value of ${beside.code}, the field beside: the cells of this row seem to be shifted.`,
    hint: [
      'Compare the row with the template, and move its cells back under their columns; clear cells instead of deleting or inserting them.',
      ...(hint === undefined ? [] : [hint]),
    ].join(' '),
  });

export function oldUnreadable(at: IssuePlace, column: string, cell: string, kind: FieldKind): Issue {
  if (cell.trim() === '') {
    return placed(at, {
      code: 'OLD_UNREADABLE',
      column,
      message:
        'The [old] cell is blank, where a template says TRUE, FALSE or Empty, so it is taken for different from the value that is there now.',
      hint: leaveOld,
    });
  }
  const damage = spreadsheetDamage(cell.trim(), kind);
  const meant = damage?.meant === undefined ? '' : `, probably of ${damage.meant}`;
  return placed(at, {
    code: 'OLD_UNREADABLE',
    column,
    value: shownValue(cell),
    message: `The [old] cell holds ${quote(cell)}, which was changed${meant} and cannot be read, so it is taken for different from the value that is there now.${damage ? ` ${damage.did}` : ''}`,
    hint: `${leaveOld}${damage ? ` ${openAsText}` : ''}`,
  });
}

const leaveOld =
  'Leave the [old] cells as they are in the template; in the file of rejected lines they are right again.';
