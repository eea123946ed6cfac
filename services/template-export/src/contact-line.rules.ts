import type { TemplateDataType } from '@roundtrip/contracts';
import { type Delimiter, encodeRecord } from '@roundtrip/csv';
import type { ContactDocument } from '@roundtrip/database';
import { columnName, type FieldDefinition, guardFormula, valueFormatter } from '@roundtrip/fields';

/** What a template shows of a contact. */
export type ExportedContact = Pick<ContactDocument, 'contactNumber' | 'email' | 'lastName' | 'firstName'> &
  Partial<Pick<ContactDocument, TemplateDataType>>;

/** How the lines of one template are written; fields are those of its data type, active, by rank. */
export interface Layout {
  dataType: TemplateDataType;
  fields: readonly FieldDefinition[];
  delimiter: Delimiter;
}

const personColumns = ['CONTACT_NUMBER', 'EMAIL', 'LAST_NAME', 'FIRST_NAME'];

/** The columns of a template (libs/files/README.md#the-format-of-the-files). */
export const headerCells = ({ fields }: Pick<Layout, 'fields'>): string[] => [
  ...personColumns,
  ...fields.flatMap((field) => [guardFormula(columnName('old', field)), guardFormula(columnName('new', field))]),
];

/** Where `headerCells` has the two columns of a field. */
export const columnsOf = (field: number): { oldColumn: number; newColumn: number } => {
  const oldColumn = personColumns.length + 2 * field;
  return { oldColumn, newColumn: oldColumn + 1 };
};

/** The columns as one encoded record. */
export const headerLine = (layout: Layout): string => encodeRecord(headerCells(layout), layout.delimiter);

/** One encoded record a contact. */
export function contactLine(layout: Layout): (contact: ExportedContact) => string {
  const toCells = contactCells(layout);
  return (contact) => encodeRecord(toCells(contact), layout.delimiter);
}

/** The cells of a contact: `[old]` holds the value, `[new]` is blank; none is a formula. */
export function contactCells({
  dataType,
  fields,
}: Pick<Layout, 'dataType' | 'fields'>): (contact: ExportedContact) => string[] {
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
