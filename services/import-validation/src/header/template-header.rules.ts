import {
  closest,
  columnName,
  type Definitions,
  type FieldDefinition,
  newCellReader,
  oldCellReader,
  valueBytesOf,
} from '@roundtrip/contacts';
import type { Issue, TemplateDataType } from '@roundtrip/contracts';
import type { FileColumn } from './columns.js';
import * as problems from './header.problems.js';
import { columnsLayout, type Layout, type LayoutField } from './layout.js';

/** The header of a template that comes back: `[old]` and `[new]` columns by code. @param columns each once */
export function templateLayout(
  columns: readonly FileColumn[],
  dataType: TemplateDataType,
  definitions: Definitions,
): Layout {
  const fields = new Map(definitions[dataType].map((field) => [field.code, field]));
  const kept = columns.filter(({ role }) => role !== 'ignored');
  const find = (role: FileColumn['role'], key: string): number | undefined => {
    const index = kept.findIndex((column) => column.role === role && column.key === key);
    return index < 0 ? undefined : index;
  };
  checkFields(kept, fields, dataType, definitions);

  const layoutFields = kept.flatMap(({ role, key }, newColumn): LayoutField[] => {
    const field = fields.get(key);
    if (role !== 'new' || !field) return [];
    const oldColumn = find('old', key);
    const { path, code, name, kind } = field;
    return [
      {
        planned: {
          path,
          code,
          name,
          kind,
          newColumn,
          ...(oldColumn !== undefined && { oldColumn }),
          ...valueBytesOf(field),
        },
        readNew: newCellReader(field),
        ...(oldColumn !== undefined && { readOld: oldCellReader(field) }),
      },
    ];
  });
  if (layoutFields.length === 0) throw problems.nothingToChange(dataType);
  const emailColumn = find('plain', 'EMAIL');
  return {
    ...columnsLayout(columns),
    numberColumn: find('plain', 'CONTACT_NUMBER') ?? 0,
    ...(emailColumn !== undefined && { emailColumn }),
    fields: layoutFields,
    warnings: layoutFields.filter(({ readOld }) => !readOld).map(oldColumnMissing),
  };
}

function checkFields(
  columns: readonly FileColumn[],
  fields: ReadonlyMap<string, FieldDefinition>,
  dataType: TemplateDataType,
  definitions: Definitions,
): void {
  const other: TemplateDataType = dataType === 'criteria' ? 'authorisations' : 'criteria';
  for (const column of columns) {
    if (column.role !== 'old' && column.role !== 'new') continue;
    const field = fields.get(column.key);
    // An [old] column alone changes nothing, also of a field that has been deactivated since.
    if (field?.active || (field && column.role === 'old')) continue;
    if (field) throw problems.inactiveField(column);
    if (definitions[other].some(({ code }) => code === column.key)) throw problems.fieldOfOtherType(column, other);
    const codes = [...fields.values()].filter(({ active }) => active).map(({ code }) => code);
    throw problems.unknownField(column, dataType, closest(column.key, codes));
  }
}

const oldColumnMissing = ({ planned }: LayoutField): Issue => ({
  code: 'OLD_COLUMN_MISSING',
  line: 1,
  column: columnName('old', planned),
  message: `The file has no column “${columnName('old', planned)}”: whether somebody else has changed ${planned.code} since the export cannot be seen.`,
  hint: 'Keep the [old] columns of the template to be told of such conflicts. Without them the cells are applied whatever is there now; only a refusal stays as it is.',
});
