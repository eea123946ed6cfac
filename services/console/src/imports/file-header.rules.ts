import { contactColumns, type DataType } from '@roundtrip/contracts/words';

export type FileProblem =
  | 'FILE_EMPTY'
  | 'SPREADSHEET'
  | 'SPREADSHEET_IN_ZIP'
  | 'ZIP_WITHOUT_CSV'
  | 'NOT_CSV'
  | 'NO_CONTACT_NUMBER'
  | 'NO_NEW_COLUMN'
  | 'UNREADABLE';

/** What the beginning of a file says about it, before it is uploaded. The server reads it again, and more strictly. */
export type FileInspection =
  { is: 'csv'; dataType: DataType; columns: number } | { is: 'zip' } | { is: 'wrong'; problem: FileProblem };

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
    return textOf(bytes.subarray(0, 4096)).includes('mimetypeapplication/vnd') ? wrong('SPREADSHEET') : { is: 'zip' };
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return wrong('SPREADSHEET');
  const utf16 = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : undefined;
  if (!utf16 && bytes.subarray(0, 4096).includes(0)) return wrong('NOT_CSV');
  if (startsWith(bytes, 0x1f, 0x8b) || startsWith(bytes, 0xff, 0xd8, 0xff)) return wrong('NOT_CSV');
  if (/^(%PDF-|\x89PNG|GIF8|<\?xml|<!doctype|<html)/i.test(textOf(bytes.subarray(0, 16)))) return wrong('NOT_CSV');
  return inspectHeader(headerOf(new TextDecoder(utf16 ?? 'utf-8').decode(bytes)), authorisations);
}

function inspectHeader(columns: readonly string[], authorisations: ReadonlySet<string>): FileInspection {
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

/** The server drops them from headers, too. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const letters = (name: string): string => name.toUpperCase().replaceAll(/[\s_-]+/g, '');
const plainColumns = new Map<string, string>(contactColumns.map(({ column }) => [letters(column), column]));

/** “Contact number” is CONTACT_NUMBER, as the server reads it. */
const columnName = (text: string): string => plainColumns.get(letters(text)) ?? text;

/** As a code looks in a file that is not UTF-8, and is read as if it were. */
// oxlint-disable-next-line no-control-regex -- control characters are ASCII, too
const withoutLetters = (code: string): string => code.replaceAll(/[^\0-\x7f]/g, '\uFFFD');

/** Cells of the first line that is not blank, nor `sep=`. */
function headerOf(text: string): string[] {
  const line = text.split(/[\r\n]+/).find((one) => one.trim() !== '' && !/^\ufeff?"?sep=/i.test(one)) ?? '';
  const delimiter = [';', '\t', ','].find((one) => line.includes(one)) ?? ',';
  return line
    .split(delimiter)
    .map((cell) => columnName(cell.replaceAll(invisible, '').replace(/^\s*"?\s*|\s*"?\s*$/g, '')));
}

const wrong = (problem: FileProblem): FileInspection => ({ is: 'wrong', problem });
