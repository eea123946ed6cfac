export type CsvErrorCode =
  'FILE_EMPTY' | 'ENCODING_INVALID' | 'TOO_MANY_COLUMNS' | 'RECORD_TOO_LARGE' | 'QUOTE_NOT_CLOSED' | 'TOO_MANY_ROWS';

/** The bytes are no CSV that can be read to its end. The message holds no text of the file. */
export class CsvError extends Error {
  override readonly name = 'CsvError';

  constructor(
    readonly code: CsvErrorCode,
    message: string,
    /** Row as a spreadsheet shows it (header = 1); absent where the whole file is meant. */
    readonly line?: number,
  ) {
    super(message);
  }
}
