import type { RecordedIssue, OldValue, PlannedField } from '@roundtrip/contracts';
import { type CellReading, identifierText } from '@roundtrip/fields';
import type { FileProblem } from '@roundtrip/files';
import type { FileColumn } from './file-columns.js';
import { nameless } from './header.problems.js';

/** A field of the file with the readers of its two columns. */
export interface LayoutField {
  planned: PlannedField;
  readNew: (cell: string) => CellReading;
  /** Absent when the file has no `[old]` column for it. */
  readOld?: (cell: string) => OldValue;
}

/** A column that is ignored only as long as nothing stands in it: passing over what does would lose what it asks for. */
export interface BlankColumn {
  /** Index in the file's records. */
  index: number;
  filledProblem: (place: { line: number; part?: number }) => FileProblem;
}

/** What the header says about every line. Indexes are those of `header`, but for `kept`. */
export interface FileLayout {
  /** The header's cells without the columns that are ignored. */
  header: string[];
  /** Of each column in `header`: its index in the file's records. */
  kept: number[];
  /** Cells of a record: from the last column that is kept to all that have a name. */
  minWidth: number;
  width: number;
  numberColumn: number;
  /** Its cells have to be the contact's e-mail address. */
  emailColumn?: number;
  fields: LayoutField[];
  blankColumns: BlankColumn[];
  warnings: RecordedIssue[];
}

/** The part of a layout that is alike for all data types. @param columns all of the file, ignored ones included */
export function columnsLayout(
  columns: readonly FileColumn[],
): Pick<FileLayout, 'header' | 'kept' | 'minWidth' | 'width' | 'blankColumns'> {
  const kept = columns.filter(({ role }) => role !== 'ignored');
  return {
    header: kept.map(({ text }) => text),
    kept: kept.map(({ index }) => index),
    minWidth: (kept.at(-1)?.index ?? -1) + 1,
    width: columns.length,
    blankColumns: columns
      .filter(({ text }) => text === '')
      .map((column) => ({ index: column.index, filledProblem: (place) => nameless(column, place) })),
  };
}

/** What is wrong with a record that has something in a column that has to be blank. @param cells all that the file has */
export function filledProblem(
  { blankColumns }: FileLayout,
  cells: readonly string[],
  place: { line: number; part?: number },
): FileProblem | undefined {
  const filled = blankColumns.find(({ index }) => identifierText(cells[index] ?? '') !== '');
  return filled?.filledProblem(place);
}
