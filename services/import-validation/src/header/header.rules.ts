import { type DataType, personColumns } from '@roundtrip/contracts';
import { closest, contactFields, type Definitions, type FieldDefinition } from '@roundtrip/fields';
import { columnsOf, type FileColumn } from './file-columns.js';
import { contactsLayout } from './contacts-header.rules.js';
import * as problems from './header.problems.js';
import type { FileLayout } from './layout.js';
import { templateLayout } from './template-header.rules.js';

const contactColumns = contactFields.map(({ column }) => column);
const plainColumns = new Set<string>([...personColumns, ...contactColumns]);

/** Decides about the delimiter: any column that any import may have, whatever the definitions say. */
export const isKnownColumn = (cell: string): boolean => {
  const column = columnsOf([cell])[0];
  return column !== undefined && (column.role !== 'plain' || plainColumns.has(column.key));
};

/**
 * What the header line means. Pure.
 *
 * @throws FileProblem WRONG_DATA_TYPE, HEADER_MISSING_COLUMN, HEADER_DUPLICATE, HEADER_UNKNOWN_FIELD
 */
export function readHeader(header: readonly string[], dataType: DataType, definitions: Definitions): FileLayout {
  const columns = columnsOf(header);
  checkDataType(columns, dataType, definitions);
  checkNumberColumn(columns);
  checkDuplicates(columns);
  checkPlainColumns(columns, dataType, definitions);
  return dataType === 'contacts' ? contactsLayout(columns) : templateLayout(columns, dataType, definitions);
}

function checkDataType(columns: readonly FileColumn[], dataType: DataType, definitions: Definitions): void {
  const found = likelyDataType(columns, dataType, definitions);
  if (found !== dataType) throw problems.wrongDataType(dataType, found);
}

/** The data type that the columns speak of; `said` when they leave it open. */
function likelyDataType(columns: readonly FileColumn[], said: DataType, definitions: Definitions): DataType {
  const codes = columns.filter(({ role }) => role === 'old' || role === 'new').map(({ key }) => key);
  const holds = (fields: readonly FieldDefinition[]): boolean => fields.some(({ code }) => codes.includes(code));
  if (said === 'contacts') {
    if (codes.length === 0) return said;
    return !holds(definitions.criteria) && holds(definitions.authorisations) ? 'authorisations' : 'criteria';
  }
  const other = said === 'criteria' ? 'authorisations' : 'criteria';
  if (codes.length > 0) return !holds(definitions[said]) && holds(definitions[other]) ? other : said;
  return columns.some(isOfContactsOnly) ? 'contacts' : said;
}

const isOfContactsOnly = ({ key }: FileColumn): boolean =>
  contactColumns.includes(key) && !(personColumns as readonly string[]).includes(key);

/** Whether it is a header at all; without it, what stands below says more about the file (`missingNumber`). */
export const hasNumberColumn = (header: readonly string[]): boolean =>
  columnsOf(header).some(({ role, key }) => role === 'plain' && key === 'CONTACT_NUMBER');

function checkNumberColumn(columns: readonly FileColumn[]): void {
  const plain = columns.filter(({ role }) => role === 'plain');
  if (plain.some(({ key }) => key === 'CONTACT_NUMBER')) return;
  const near = plain.find(({ key }) => closest(key, ['CONTACT_NUMBER', 'CONTACT', 'NUMBER']) !== undefined);
  throw problems.noNumberColumn(near);
}

function checkDuplicates(columns: readonly FileColumn[]): void {
  const seen = new Map<string, FileColumn>();
  for (const column of columns) {
    if (column.role === 'ignored') continue;
    const meaning = `${column.role} ${column.key}`;
    const first = seen.get(meaning);
    if (first) throw problems.duplicate(first, column);
    seen.set(meaning, column);
  }
}

/** A plain column that is unknown may be a [new] column whose mark was forgotten: passing over it would lose what it asks for. */
function checkPlainColumns(columns: readonly FileColumn[], dataType: DataType, definitions: Definitions): void {
  const allowed: readonly string[] = dataType === 'contacts' ? contactColumns : personColumns;
  const fields = dataType === 'contacts' ? [] : definitions[dataType];
  for (const column of columns) {
    if (column.role !== 'plain' || allowed.includes(column.key)) continue;
    const field = fields.find(({ code }) => code.toUpperCase() === column.key);
    const meant = field ? `[new] ${field.code}` : closest(column.key, allowed);
    throw problems.unknownColumn(column, meant, allowed, dataType !== 'contacts');
  }
}
