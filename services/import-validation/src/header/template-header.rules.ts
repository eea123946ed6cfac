import type { RecordedIssue, TemplateDataType } from '@roundtrip/contracts';
import {
  closest,
  columnName,
  type Definitions,
  type FieldDefinition,
  newCellReader,
  oldCellReader,
  valueBytesOf,
} from '@roundtrip/fields';
import { sentence } from '@roundtrip/words/sentence';
import type { FileColumn } from './file-columns.js';
import * as problems from './header.problems.js';
import { columnsLayout, type FileLayout, type LayoutField } from './layout.js';

/**
 * The header of a template that comes back: `[old]` and `[new]` columns by code. The pair of a field that was deactivated since is ignored, as
 * long as nothing is asked for.
 *
 * @param fileColumns each once
 */
export function templateLayout(
  fileColumns: readonly FileColumn[],
  dataType: TemplateDataType,
  definitions: Definitions,
): FileLayout {
  const fields = new Map(definitions[dataType].map((field) => [field.code, field]));
  const outOfUse = fileColumns.filter(({ role, key }) => role === 'new' && fields.get(key)?.active === false);
  const columns = fileColumns.map((column) =>
    outOfUse.some(({ key }) => key === column.key && isOfField(column))
      ? { ...column, role: 'ignored' as const }
      : column,
  );
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
  const [firstOutOfUse] = outOfUse;
  if (layoutFields.length === 0) {
    throw firstOutOfUse ? problems.inactiveField(firstOutOfUse) : problems.nothingToChange(dataType);
  }
  const emailColumn = find('plain', 'EMAIL');
  const { blankColumns, ...layout } = columnsLayout(columns);
  return {
    ...layout,
    blankColumns: [
      ...blankColumns,
      ...outOfUse.map((column) => ({
        index: column.index,
        filledProblem: (place: { line: number; part?: number }) => problems.inactiveField(column, place),
      })),
    ],
    numberColumn: find('plain', 'CONTACT_NUMBER') ?? 0,
    ...(emailColumn !== undefined && { emailColumn }),
    fields: layoutFields,
    warnings: [
      ...outOfUse.map(({ key }) => fieldInactive(fields.get(key)!)),
      ...layoutFields.filter(({ readOld }) => !readOld).map(oldColumnMissing),
    ],
  };
}

const isOfField = ({ role }: FileColumn): boolean => role === 'old' || role === 'new';

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
    // Of a field that has been deactivated since only an [old] column without its [new] one is left here: it changes nothing.
    if (field) continue;
    if (definitions[other].some(({ code }) => code === column.key)) throw problems.fieldOfOtherType(column, other);
    const codes = [...fields.values()].filter(({ active }) => active).map(({ code }) => code);
    throw problems.unknownField(column, dataType, closest(column.key, codes));
  }
}

const fieldInactive = (field: FieldDefinition): RecordedIssue => ({
  code: 'FIELD_INACTIVE',
  line: 1,
  column: columnName('new', field),
  message: [sentence('field-inactive', { field: field.code })],
  hint: [sentence('field-inactive-how')],
});

const oldColumnMissing = ({ planned }: LayoutField): RecordedIssue => ({
  code: 'OLD_COLUMN_MISSING',
  line: 1,
  column: columnName('old', planned),
  message: [sentence('old-column-missing', { column: columnName('old', planned), field: planned.code })],
  hint: [sentence('old-column-missing-how')],
});
