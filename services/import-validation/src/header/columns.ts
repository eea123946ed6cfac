import { parseColumn } from '@roundtrip/contacts';

/** A column of the file by what its header cell means. */
export interface FileColumn {
  /** Index in the file's records. */
  index: number;
  /** The header cell without the blanks around it. */
  text: string;
  role: 'old' | 'new' | 'plain' | 'ignored';
  /** Code of the field, or the name of a plain column in capitals. */
  key: string;
}

/** What our own result files add; in a file that comes back it says nothing. */
const ignored = new Set(['[ERRORS]', '[RESULT]']);

function columnOf(cell: string, index: number): FileColumn {
  const text = cell.trim();
  const parsed = parseColumn(cell);
  if ('part' in parsed) return { index, text, role: parsed.part, key: parsed.code };
  const key = parsed.column.toUpperCase();
  return { index, text, role: ignored.has(key) ? 'ignored' : 'plain', key };
}

/** The columns of a header; those without a name at its end are none (spreadsheets leave them behind). */
export function columnsOf(header: readonly string[]): FileColumn[] {
  const columns = header.map(columnOf);
  return columns.slice(0, columns.findLastIndex(({ text }) => text !== '') + 1);
}

/** As a spreadsheet calls it: A, B … Z, AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}
