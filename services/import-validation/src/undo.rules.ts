import {
  type DataType,
  EMPTY,
  type FieldValue,
  type PlannedChange,
  type PlannedField,
  type PlannedLine,
} from '@roundtrip/contracts';
import type { ChunkEntry } from '@roundtrip/database';
import { columnName, formatValue, guardFormula, inUsePath } from '@roundtrip/fields';

/**
 * The changes of an import as the lines of another that takes them back: what was after is expected to be there (`[old]`), what was
 * before is wanted (`[new]`), and rule 6 decides as it does for a file. Pure.
 */

/** The columns that such a file would have, so that its rejected lines can be uploaded, and the fields of the plan. */
export interface UndoLayout {
  header: string[];
  fields: PlannedField[];
}

/** @param undone the fields of the import that is undone */
export function undoLayout(undone: readonly PlannedField[], dataType: DataType): UndoLayout {
  const shown = undone.filter(({ path }) => path !== inUsePath);
  if (dataType === 'contacts') {
    const fields = shown.map((field, at) => ({ ...withoutColumns(field), newColumn: at + 1 }));
    return { header: ['CONTACT_NUMBER', ...shown.map(({ code }) => code)], fields: [...fields, inUse] };
  }
  return {
    header: ['CONTACT_NUMBER', ...shown.flatMap((field) => [columnName('old', field), columnName('new', field)])],
    fields: shown.map((field, at) => ({
      ...withoutColumns(field),
      oldColumn: 2 * at + 1,
      newColumn: 2 * at + 2,
    })),
  };
}

const withoutColumns = ({ oldColumn: _old, newColumn: _new, ...field }: PlannedField) => field;

/** It has no column of its own: an error about it is one about the contact. */
const inUse: PlannedField = {
  path: inUsePath,
  code: 'CONTACT_NUMBER',
  name: 'In use',
  kind: 'BOOLEAN',
  newColumn: 0,
};

/** @param line the row that it would have in the file */
export function undoLine(entry: ChunkEntry, line: number, { header, fields }: UndoLayout): PlannedLine {
  const raw = header.map(() => '');
  raw[0] = guardFormula(entry.contactNumber);
  const changes: PlannedChange[] = [];
  for (const [index, field] of fields.entries()) {
    const change = changeOf(entry, field);
    // Every contact is of some kind: one that is taken out of use keeps it.
    if (!change || (field.path === 'kind' && change.before === null)) continue;
    changes.push({ field: index, old: { value: change.after }, new: change.before });
    if (field.path === inUsePath) continue;
    if (field.oldColumn !== undefined) raw[field.oldColumn] = formatValue(field, change.after);
    // Whatever the line is rejected for: a file that is sent back unread must not end the refusal of which its [old] cell knows.
    if (field.kind === 'AUTHORISATION' && change.after === false) continue;
    raw[field.newColumn] = change.before === null ? EMPTY : formatValue(field, change.before);
  }
  return { line, contactNumber: entry.contactNumber, changes, issues: [], raw };
}

function changeOf(
  { rev, before, after }: ChunkEntry,
  { path }: PlannedField,
): { before: FieldValue; after: FieldValue } | undefined {
  // There was no contact before, whether or not the change log says so.
  if (path === inUsePath && rev === 0) return { before: null, after: true };
  if (!Object.hasOwn(after, path)) return undefined;
  return { before: before[path] ?? null, after: after[path] ?? null };
}
