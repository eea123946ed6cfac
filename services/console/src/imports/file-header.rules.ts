import { contactColumns, type DataType } from '@roundtrip/contracts/words';

export type FileProblem =
  'FILE_EMPTY' | 'ZIP_WITHOUT_CSV' | 'NOT_CSV' | 'NO_CONTACT_NUMBER' | 'NO_NEW_COLUMN' | 'UNREADABLE';

/** What a spreadsheet document looks like: it may be sent all the same, since the server can tell for certain. */
export type SpreadsheetProblem =
  | 'XLS'
  | 'ENCRYPTED'
  | 'XLSB'
  | 'ODS'
  | 'NUMBERS'
  | 'SPREADSHEET_IN_ZIP'
  | 'WORKBOOK_UNREADABLE'
  | 'NO_SHEET'
  | 'SEVERAL_SHEETS'
  | 'NO_CONTACT_NUMBER'
  | 'NO_NEW_COLUMN';

export interface Columns {
  dataType: DataType;
  /** To import. */
  columns: number;
}

/** What the beginning of a file says about it, before it is uploaded. The server reads it again, and more strictly. */
export type FileInspection =
  | ({ is: 'csv' } & Columns)
  | { is: 'zip' }
  | { is: 'wrong'; problem: FileProblem }
  | { is: 'doubtful'; problem: SpreadsheetProblem };

/** Bytes of the file that are enough for the longest header. */
export const HEADER_BYTES = 256 * 1024;

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);
const textOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

const valueColumns: readonly string[] = contactColumns
  .map(({ column }) => column)
  .filter((column) => column !== 'CONTACT_NUMBER');

/** @param authorisations their codes: what tells the two kinds of template apart */
export function inspectFile(bytes: Uint8Array, authorisations: ReadonlySet<string>): FileInspection {
  if (bytes.length === 0) return wrong('FILE_EMPTY');
  if (startsWith(bytes, 0x50, 0x4b)) {
    const isOds = textOf(bytes.subarray(0, 4096)).includes('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
    return isOds ? doubtful('ODS') : { is: 'zip' };
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    // The hull that a password puts around any workbook has a table of contents, which says so.
    return doubtful(textOf(bytes).includes(Array.from('EncryptedPackage').join('\0')) ? 'ENCRYPTED' : 'XLS');
  }
  const utf16 = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : undefined;
  if (!utf16 && bytes.subarray(0, 4096).includes(0)) return wrong('NOT_CSV');
  if (startsWith(bytes, 0x1f, 0x8b) || startsWith(bytes, 0xff, 0xd8, 0xff)) return wrong('NOT_CSV');
  if (/^(%PDF-|\x89PNG|GIF8|<\?xml|<!doctype|<html)/i.test(textOf(bytes.subarray(0, 16)))) return wrong('NOT_CSV');
  return inspectHeader(headerOf(new TextDecoder(utf16 ?? 'utf-8').decode(bytes)), authorisations);
}

/** @param cells of the header, as they are written */
export function inspectHeader(
  cells: readonly string[],
  authorisations: ReadonlySet<string>,
): ({ is: 'csv' } & Columns) | { is: 'wrong'; problem: 'NO_CONTACT_NUMBER' | 'NO_NEW_COLUMN' } {
  const columns = columnsOf(cells);
  if (!columns.includes('CONTACT_NUMBER')) return wrong('NO_CONTACT_NUMBER');
  const codes = columns.flatMap((column) => /^\[new\] (\S+)/i.exec(column)?.[1] ?? []);
  if (codes.length > 0) {
    const known = new Set([...authorisations].flatMap((code) => [code, withoutLetters(code)]));
    const dataType = codes.every((code) => known.has(code)) ? 'authorisations' : 'criteria';
    return { is: 'csv', dataType, columns: codes.length };
  }
  if (columns.some((column) => /^\[old\]/i.test(column))) return wrong('NO_NEW_COLUMN');
  const filled = columns.filter((column) => valueColumns.includes(column));
  return filled.length > 0 ? { is: 'csv', dataType: 'contacts', columns: filled.length } : wrong('NO_NEW_COLUMN');
}

/** Whether it is a header at all. */
export const hasNumberColumn = (cells: readonly string[]): boolean => columnsOf(cells).includes('CONTACT_NUMBER');

/** The server drops them from headers, too. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const letters = (name: string): string => name.toUpperCase().replaceAll(/[\s_-]+/g, '');
const plainColumns = new Map<string, string>(contactColumns.map(({ column }) => [letters(column), column]));

/** “Contact number” is CONTACT_NUMBER, as the server reads it. */
function columnsOf(cells: readonly string[]): string[] {
  const texts = cells.map((cell) => cell.replaceAll(invisible, '').trim());
  return texts.map((text) => plainColumns.get(letters(text)) ?? text);
}

/** As a code looks in a file that is not UTF-8, and is read as if it were. */
// oxlint-disable-next-line no-control-regex -- control characters are ASCII, too
const withoutLetters = (code: string): string => code.replaceAll(/[^\0-\x7f]/g, '\uFFFD');

/** Cells of the first line that is not blank, nor `sep=`. */
function headerOf(text: string): string[] {
  const line = text.split(/[\r\n]+/).find((one) => one.trim() !== '' && !/^\ufeff?"?sep=/i.test(one)) ?? '';
  const delimiter = [';', '\t', ','].find((one) => line.includes(one)) ?? ',';
  return line.split(delimiter).map((cell) => cell.replaceAll(invisible, '').replace(/^\s*"?\s*|\s*"?\s*$/g, ''));
}

const wrong = <P extends FileProblem>(problem: P) => ({ is: 'wrong' as const, problem });
const doubtful = (problem: SpreadsheetProblem): FileInspection => ({ is: 'doubtful', problem });
