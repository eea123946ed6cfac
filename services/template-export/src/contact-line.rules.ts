import type { TemplateDataType } from '@roundtrip/contracts';
import { type Delimiter, encodeRecord } from '@roundtrip/csv';
import type { ContactDocument } from '@roundtrip/database';
import { type FieldDefinition, templateCells, templateHeader } from '@roundtrip/fields';

/** What a template shows of a contact. */
export type ExportedContact = Pick<ContactDocument, 'contactNumber' | 'email' | 'lastName' | 'firstName'> &
  Partial<Pick<ContactDocument, TemplateDataType>>;

/** How the lines of one template are written; fields are those of its data type, active, by rank. */
export interface TemplateLayout {
  dataType: TemplateDataType;
  fields: readonly FieldDefinition[];
  delimiter: Delimiter;
}

/** The columns as one encoded record. */
export const headerLine = ({ fields, delimiter }: TemplateLayout): string =>
  encodeRecord(templateHeader(fields), delimiter);

/** One encoded record a contact. */
export function contactLine({ dataType, fields, delimiter }: TemplateLayout): (contact: ExportedContact) => string {
  const toCells = templateCells(dataType, fields);
  return (contact) => encodeRecord(toCells(contact), delimiter);
}
