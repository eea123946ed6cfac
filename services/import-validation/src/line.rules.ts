import { contactFields, newContactCellReader, unguardFormula } from '@roundtrip/contacts';
import type { Issue, OldValue, PlannedChange, PlannedLine } from '@roundtrip/contracts';
import type { CsvRecord } from '@roundtrip/csv';
import type { LinePlace } from './duplicate-lines.js';
import type { Layout, LayoutField } from './header/layout.js';
import * as issues from './line.issues.js';

// product.md §4, rules 1, 3 and 5: what can be decided about a line without the database. One closure a column, built once; pure.

const noOldColumn: OldValue = Object.freeze({ missing: true });

const numberField = contactFields.find(({ column }) => column === 'CONTACT_NUMBER')!;
const readNumber = newContactCellReader(numberField);

// oxlint-disable-next-line no-control-regex -- TAB and line breaks may be part of a text; the rest is what this looks for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** The cells in the order of `layout.header`; undefined when the record is too short or too long for its cells to be where they seem. */
export function keptCells({ kept, header, minWidth, width }: Layout, cells: readonly string[]): string[] | undefined {
  if (cells.length < minWidth) return undefined;
  for (let index = width; index < cells.length; index++) if (cells[index]!.trim() !== '') return undefined;
  // Columns that are ignored stand behind the others as a rule: then nothing has to be picked.
  return minWidth === header.length ? cells.slice(0, minWidth) : kept.map((index) => cells[index]!);
}

/** The contact number of a record whose cells are where they should be; undefined when there is none that can be one. */
export function contactNumberOf({ numberColumn }: Layout, cells: readonly string[]): string | undefined {
  const cell = cells[numberColumn]!;
  const reading = readNumber(cell);
  return 'value' in reading && typeof reading.value === 'string' && !control.test(cell) ? reading.value : undefined;
}

export interface LineRules {
  layout: Layout;
  /** The other lines of the same contact number. */
  othersOf: (contactNumber: string, place: LinePlace) => LinePlace[];
  /** Absent when the file has only one part. */
  part?: number;
}

/** Reads the lines of one part: what each asks for, and what is wrong with it. */
export function lineReader({ layout, othersOf, part }: LineRules): (record: CsvRecord) => PlannedLine {
  const { header, fields, emailColumn, numberColumn } = layout;

  return ({ line, cells: found }) => {
    const at = part === undefined ? { line } : { line, part };
    const cells = keptCells(layout, found);
    if (!cells) {
      const raw = layout.kept.map((index) => found[index] ?? '');
      return { ...at, changes: [], issues: [issues.rowWidth(at, found.length, layout.width)], raw };
    }

    const lineIssues: Issue[] = [];
    const broken = new Set<number>();
    for (let column = 0; column < cells.length; column++) {
      if (cells[column] === '' || !control.test(cells[column]!)) continue;
      broken.add(column);
      lineIssues.push(issues.controlCharacter(at, header[column]!, cells[column]!));
    }

    const contactNumber = contactNumberOf(layout, cells);
    if (contactNumber === undefined) {
      if (!broken.has(numberColumn)) lineIssues.push(numberIssue(at, header[numberColumn]!, cells[numberColumn]!));
    } else {
      const others = othersOf(contactNumber, { line, part: part ?? 1 });
      if (others.length > 0) {
        lineIssues.push(issues.duplicateRow(at, header[numberColumn]!, cells[numberColumn]!, others));
      }
    }

    const changes: PlannedChange[] = [];
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index]!;
      const column = field.planned.newColumn;
      const cell = cells[column]!;
      if (cell === '' || broken.has(column)) continue;
      const reading = field.readNew(cell);
      if ('blank' in reading) continue;
      if ('error' in reading) {
        lineIssues.push(issues.cellError(at, header[column]!, cell, reading.error));
        continue;
      }
      const old = oldValue(field, cells);
      if ('unreadable' in old) {
        const oldColumn = field.planned.oldColumn!;
        lineIssues.push(issues.oldUnreadable(at, header[oldColumn]!, cells[oldColumn]!));
      }
      changes.push({ field: index, old, new: reading.value });
    }

    const email = emailColumn === undefined ? '' : unguardFormula(cells[emailColumn]!.trim());
    return {
      ...at,
      ...(contactNumber !== undefined && { contactNumber }),
      ...(email !== '' && { email }),
      changes,
      issues: lineIssues,
      raw: cells,
    };
  };
}

const oldValue = ({ readOld, planned }: LayoutField, cells: readonly string[]): OldValue =>
  readOld && planned.oldColumn !== undefined ? readOld(cells[planned.oldColumn]!) : noOldColumn;

function numberIssue(at: issues.IssuePlace, column: string, cell: string): Issue {
  const reading = readNumber(cell);
  return 'error' in reading ? issues.cellError(at, column, cell, reading.error) : issues.numberMissing(at, column);
}
