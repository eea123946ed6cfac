import {
  type RecordedIssue,
  kindTraits,
  type OldValue,
  type PlannedField,
  type PlannedLine,
} from '@roundtrip/contracts';
import {
  contactFields,
  formulaText,
  identifierInCell,
  newContactCellReader,
  shownValue,
  unguardFormula,
  withDamage,
} from '@roundtrip/fields';
import { columnLetters } from '@roundtrip/xlsx';
import type { LinePlace } from './duplicate-lines.js';
import type { FileLayout } from './header/layout.js';
import * as issues from './file-line.issues.js';
import type { TableRecord } from './part.reader.js';
import { oddCells } from './workbook/odd-cells.rules.js';

// libs/fields/README.md#what-decides-about-a-line, rules 1, 3 and 5: what can be decided about a line without the database. One closure a column, built once; pure.

const noOldColumn: OldValue = Object.freeze({ missing: true });
const allSound: readonly number[] = Object.freeze([]);

const numberField = contactFields.find(({ column }) => column === 'CONTACT_NUMBER')!;
const readNumber = newContactCellReader(numberField);
/** UTF-16 units of 20 characters. */
const longestNumber = 2 * numberField.maxLength;

// oxlint-disable-next-line no-control-regex -- TAB and line breaks may be part of a text; the rest is what this looks for
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** The cells in the order of `layout.header`; undefined when the record is too short or too long for its cells to be where they seem. */
export function keptCells(
  { kept, header, minWidth, width }: FileLayout,
  cells: readonly string[],
): string[] | undefined {
  if (cells.length < minWidth) return undefined;
  for (let index = width; index < cells.length; index++) if (cells[index]!.trim() !== '') return undefined;
  // Columns that are ignored stand behind the others as a rule: then nothing has to be picked.
  return minWidth === header.length ? cells.slice(0, minWidth) : kept.map((index) => cells[index]!);
}

/** The contact number of a record whose cells are where they should be; undefined when there is none that can be one. */
export function contactNumberOf({ numberColumn }: FileLayout, cells: readonly string[]): string | undefined {
  const cell = cells[numberColumn]!;
  const reading = readNumber(cell);
  return 'value' in reading && typeof reading.value === 'string' && !controlCharacter.test(cell)
    ? reading.value
    : undefined;
}

export interface LineRules {
  layout: FileLayout;
  inWorkbook?: boolean;
  /** The other lines of the same contact number. */
  othersOf: (contactNumber: string, place: LinePlace) => LinePlace[];
  /** Absent when the file has only one part. */
  part?: number;
}

/** Reads the lines of one part: what each asks for, and what is wrong with it. */
export function lineReader({ layout, inWorkbook, othersOf, part }: LineRules): (record: TableRecord) => PlannedLine {
  const { width, emailColumn, numberColumn } = layout;
  // Issues name their column, and there may be millions: a header cell can be as long as a row.
  const header = layout.header.map(shownValue);
  const named = { ...layout, header };

  return ({ line: row, cells: found, odd }) => {
    const cells = keptCells(layout, found);
    const line = untouchedLine(row, part, cells ?? uncertainCells(layout, found));
    if (!cells) {
      const last = found.findLastIndex((cell) => cell.trim() !== '');
      line.issues.push(
        inWorkbook ? issues.beyondHeader(line, columnLetters(last)) : issues.rowWidth(line, found.length, width),
      );
      return line;
    }

    const control = controlColumns(cells);
    for (const column of control) line.issues.push(issues.controlCharacter(line, header[column]!, cells[column]!));
    const broken = odd ? [...control, ...oddCells(named, odd, cells, line)] : control;

    const contactNumber = broken.includes(numberColumn) ? undefined : contactNumberOf(layout, cells);
    if (contactNumber !== undefined) {
      line.contactNumber = contactNumber;
      const written = unguardFormula(cells[numberColumn]!.trim());
      // What stands in the marks of a formula is the number, also of a contact that was called like the formula once.
      const isOther = written !== contactNumber && formulaText(written) === undefined;
      if (isOther && written.length <= longestNumber) line.writtenNumber = written;
      const others = othersOf(contactNumber, { line: row, part: part ?? 1 });
      if (others.length > 0) {
        line.issues.push(issues.duplicateRow(line, header[numberColumn]!, cells[numberColumn]!, others));
      }
    } else if (!broken.includes(numberColumn)) {
      line.issues.push(numberIssue(line, header[numberColumn]!, cells[numberColumn]!));
    }

    readChanges(named, cells, broken, line);
    const email = emailColumn === undefined ? '' : identifierInCell(cells[emailColumn]!);
    if (email !== '') line.email = email;
    return line;
  };
}

/** Of a record that is too short or too long: nothing of it is lost, and what is too much comes last. */
const uncertainCells = ({ kept, width }: FileLayout, found: readonly string[]): string[] => [
  ...kept.map((index) => found[index] ?? ''),
  ...found.slice(width, found.findLastIndex((cell) => cell.trim() !== '') + 1),
];

/** Optional properties are assigned later, not spread: see file-line.issues.ts. */
function untouchedLine(line: number, part: number | undefined, raw: string[]): PlannedLine {
  const untouched: PlannedLine = { line, changes: [], issues: [], raw };
  if (part !== undefined) untouched.part = part;
  return untouched;
}

function controlColumns(cells: readonly string[]): readonly number[] {
  let broken: number[] | undefined;
  for (let column = 0; column < cells.length; column++) {
    if (cells[column] !== '' && controlCharacter.test(cells[column]!)) (broken ??= []).push(column);
  }
  return broken ?? allSound;
}

function numberIssue(at: issues.IssuePlace, column: string, cell: string): RecordedIssue {
  const reading = readNumber(cell);
  return 'error' in reading
    ? issues.cellError(at, column, cell, withDamage(reading.error, cell, 'NUMBER_OF_CONTACT'))
    : issues.numberMissing(at, column);
}

/** Rule 5: each `[new]` cell by its field. Adds to the line's changes and issues. */
function readChanges(
  { fields, header }: FileLayout,
  cells: readonly string[],
  broken: readonly number[],
  line: PlannedLine,
): void {
  for (let index = 0; index < fields.length; index++) {
    const { readNew, readOld, planned } = fields[index]!;
    const { newColumn, oldColumn } = planned;
    const cell = cells[newColumn]!;
    if (cell === '' || broken.includes(newColumn)) continue;
    const reading = readNew(cell);
    if ('blank' in reading) continue;
    if ('error' in reading) {
      const column = header[newColumn]!;
      const beside = fieldBeside(fields, index, cell);
      line.issues.push(
        beside
          ? issues.shiftedCell(line, column, cell, reading.error, beside)
          : issues.cellError(line, column, cell, withDamage(reading.error, cell, planned.kind)),
      );
      continue;
    }
    const old = readOld && oldColumn !== undefined ? readOld(cells[oldColumn]!) : noOldColumn;
    if ('unreadable' in old && oldColumn !== undefined) {
      line.issues.push(issues.oldUnreadable(line, header[oldColumn]!, cells[oldColumn]!, planned.kind));
    }
    line.changes.push({ field: index, old, new: reading.value });
  }
}

/** The field beside `fields[index]` that takes the cell, when that one does not: cells that were shifted end up so. */
function fieldBeside(fields: FileLayout['fields'], index: number, cell: string): PlannedField | undefined {
  // A letter alone says nothing, though T and F are read as true and false.
  if (cell.trim().length < 2) return undefined;
  for (const neighbour of [fields[index - 1], fields[index + 1]]) {
    if (!neighbour || !kindTraits[neighbour.planned.kind].telling) continue;
    const reading = neighbour.readNew(cell);
    if ('value' in reading && reading.value !== null) return neighbour.planned;
  }
  return undefined;
}
