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

/** The columns of a template (libs/files/README.md#the-format-of-the-files) as one encoded record. */
export function headerLine({ fields, delimiter }: Layout): string {
  const columns = fields.flatMap((field) => [columnName('old', field), columnName('new', field)]);
  return encodeRecord(['CONTACT_NUMBER', 'EMAIL', 'LAST_NAME', 'FIRST_NAME', ...columns.map(guardFormula)], delimiter);
}

/** One encoded record a contact: `[old]` holds the value, `[new]` is blank; no cell is a formula. */
export function contactLine({ dataType, fields, delimiter }: Layout): (contact: ExportedContact) => string {
  const columns = fields.map((field) => ({ code: field.code, format: valueFormatter(field) }));
  return (contact) => {
    const cells = [contact.contactNumber, contact.email, contact.lastName, contact.firstName].map((text) =>
      guardFormula(text ?? ''),
    );
    const values = contact[dataType];
    for (const { code, format } of columns) cells.push(format(values?.[code]), '');
    return encodeRecord(cells, delimiter);
  };
}
