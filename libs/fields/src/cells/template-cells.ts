import { type FieldValue, personColumns, type TemplateDataType, type TemplateFormat } from '@roundtrip/contracts';
import type { FieldDefinition } from '../field-definition.js';
import { guardFormula, workbookCell } from './cell-text.js';
import { columnName } from './columns.js';
import { valueFormatter } from './format-value.js';

/** What a template shows of a contact. */
export interface TemplateContact {
  contactNumber: string;
  email?: string | null;
  lastName?: string | null;
  firstName?: string | null;
  criteria?: Record<string, FieldValue | undefined>;
  authorisations?: Record<string, FieldValue | undefined>;
}

type Fields = readonly Pick<FieldDefinition, 'code' | 'name' | 'kind' | 'values' | 'path'>[];

/** For a projection: what `templateCells` reads. */
export const templatePaths = (fields: Fields): string[] => [
  'contactNumber',
  'email',
  'lastName',
  'firstName',
  ...fields.map(({ path }) => path),
];

/** The columns of a template (libs/files/README.md#the-format-of-the-files). */
export const templateHeader = (fields: Fields): string[] => [
  ...personColumns,
  ...fields.flatMap((field) => [guardFormula(columnName('old', field)), guardFormula(columnName('new', field))]),
];

/** Where `templateHeader` has the two columns of a field. @param field from 0 */
export function templateColumns(field: number): { oldColumn: number; newColumn: number } {
  const oldColumn = personColumns.length + 2 * field;
  return { oldColumn, newColumn: oldColumn + 1 };
}

/** The cells of a contact as a CSV has them: `[old]` holds the value, `[new]` is blank; none is a formula. Build it once for the file. */
export function templateCells(dataType: TemplateDataType, fields: Fields): (contact: TemplateContact) => string[] {
  const columns = fields.map((field) => ({ code: field.code, format: valueFormatter(field) }));
  return (contact) => {
    const cells = [contact.contactNumber, contact.email, contact.lastName, contact.firstName].map((text) =>
      guardFormula(text ?? ''),
    );
    const values = contact[dataType];
    for (const { code, format } of columns) cells.push(format(values?.[code]), '');
    return cells;
  };
}

/** As a template in this form holds the cell of a CSV. */
export const cellIn = (format: TemplateFormat, cell: string): string => (format === 'xlsx' ? workbookCell(cell) : cell);
