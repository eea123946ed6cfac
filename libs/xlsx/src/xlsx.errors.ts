/** What is wrong with a damaged workbook, as far as its owner can make something of it. */
export type XlsxDamage =
  | 'xml'
  | 'doctype'
  | 'endless'
  | 'part'
  | 'sheet'
  | 'rowNumber'
  | 'rowOrder'
  | 'cellPlace'
  | 'cellTwice'
  | 'cellType'
  | 'textMissing'
  | 'number';

export type XlsxErrorCode = 'WORKBOOK_DAMAGED' | 'TOO_MANY_COLUMNS' | 'RECORD_TOO_LARGE' | 'TOO_MANY_ROWS';

/** The parts are no workbook that can be read to its end. The message holds no text of the file. */
export class XlsxError extends Error {
  override readonly name = 'XlsxError';

  constructor(
    readonly code: XlsxErrorCode,
    /** A clause that follows “The workbook”. */
    message: string,
    /** Row of the sheet; absent where the whole file is meant. */
    readonly line?: number,
    /** Of a damaged workbook. */
    readonly damage: XlsxDamage = 'xml',
  ) {
    super(message);
  }
}

export const damaged = (damage: XlsxDamage, what: string, line?: number): XlsxError =>
  new XlsxError('WORKBOOK_DAMAGED', what, line, damage);
