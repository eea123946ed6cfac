import type { CellReading } from '@roundtrip/contacts';
import type { Issue, OldValue, PlannedField } from '@roundtrip/contracts';
import type { FileColumn } from './columns.js';

/** A field of the file with the readers of its two columns. */
export interface LayoutField {
  planned: PlannedField;
  readNew: (cell: string) => CellReading;
  /** Absent when the file has no `[old]` column for it. */
  readOld?: (cell: string) => OldValue;
}

/** What the header says about every line. Indexes are those of `header`, but for `kept`. */
export interface Layout {
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
  warnings: Issue[];
}

/** The part of a layout that is alike for all data types. @param columns all of the file, ignored ones included */
export function columnsLayout(columns: readonly FileColumn[]): Pick<Layout, 'header' | 'kept' | 'minWidth' | 'width'> {
  const kept = columns.filter(({ role }) => role !== 'ignored');
  return {
    header: kept.map(({ text }) => text),
    kept: kept.map(({ index }) => index),
    minWidth: (kept.at(-1)?.index ?? -1) + 1,
    width: columns.length,
  };
}
