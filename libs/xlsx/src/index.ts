export { columnLetters } from './cell-reference.js';
export { KeptRows } from './kept-rows.js';
export { type XlsxErrorCode, XlsxError } from './xlsx.errors.js';
export type { CellOddity, OddCell, SheetRow, XlsxLimits } from './sheet.reader.js';
export {
  openWorkbook,
  type SheetRows,
  type Workbook,
  type WorkbookOptions,
  type WorkbookParts,
} from './workbook.reader.js';
export type { WorkbookSheet } from './workbook.contents.js';
export { CELL_TEXT_MAX, fittingText } from './write/cell-text.js';
export {
  ROWS_MAX,
  type Cell,
  type ColumnRule,
  type Row,
  type SheetColumn,
  type SheetContent,
} from './write/sheet.writer.js';
export type { CellStyle } from './write/styles.writer.js';
export { type WorkbookContent, type WorkbookPart, writeWorkbook } from './write/workbook.writer.js';
