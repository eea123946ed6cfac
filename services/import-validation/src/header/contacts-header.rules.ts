import { contactFields, newContactCellReader, valueBytesOf } from '@roundtrip/fields';
import type { FileColumn } from './file-columns.js';
import { nothingToChange } from './header.problems.js';
import { columnsLayout, type FileLayout, type LayoutField } from './layout.js';

/** The header of the ordinary contact import: plain columns, and no `[old]`. @param columns known ones, each once */
export function contactsLayout(columns: readonly FileColumn[]): FileLayout {
  const { kept, ...layout } = columnsLayout(columns);
  const indexOf = (name: string): number =>
    columns.filter(({ role }) => role !== 'ignored').findIndex(({ key }) => key === name);
  const fields = contactFields.flatMap((field): LayoutField[] => {
    const newColumn = indexOf(field.column);
    if (newColumn < 0 || field.column === 'CONTACT_NUMBER') return [];
    const { column: code, path, name, kind } = field;
    return [
      { planned: { path, code, name, kind, newColumn, ...valueBytesOf(field) }, readNew: newContactCellReader(field) },
    ];
  });
  if (fields.length === 0) throw nothingToChange('contacts');
  const inFileOrder = fields.toSorted((a, b) => a.planned.newColumn - b.planned.newColumn);
  return { ...layout, kept, numberColumn: indexOf('CONTACT_NUMBER'), fields: inFileOrder, warnings: [] };
}
