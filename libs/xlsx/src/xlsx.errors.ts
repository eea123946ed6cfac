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
  ) {
    super(message);
  }
}

export const damaged = (what: string, line?: number): XlsxError => new XlsxError('WORKBOOK_DAMAGED', what, line);
