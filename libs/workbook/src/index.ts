export { type ContactsTable, contactsWorkbook, type TableField } from './contacts.workbook.js';
export { type CellMark, toRow } from './cells.rules.js';
export { tableWorkbook } from './table.workbook.js';
