// What reads a workbook and needs nothing of Node, for pages.
export { SharedStringsReader } from './shared-strings.reader.js';
export { SheetReader, type SheetRow } from './sheet.reader.js';
export { Parts, readContents, type WorkbookContents, type WorkbookSheet } from './workbook.contents.js';
export { XlsxError } from './xlsx.errors.js';
export { xmlEncoding } from './xml-encoding.js';
