export { type XlsxErrorCode, XlsxError } from './xlsx.errors.js';
export type { CellOddity, OddCell, SheetRow, XlsxLimits } from './sheet.reader.js';
export {
  openWorkbook,
  type SheetRows,
  type Workbook,
  type WorkbookOptions,
  type WorkbookParts,
  type WorkbookSheet,
} from './workbook.reader.js';
