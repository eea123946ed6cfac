import type { WorkbookOutcome } from './read-workbook.js';
import type { OracleCell } from './workbook-oracle.js';

/** calamine gives no text for an error; hucre writes a text that reads so as one. */
const cellError = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!)$/;
/** openpyxl leaves most escaped characters as they stand in the file. */
const escaped = /_x[0-9a-f]{4}_/i;

/** The first cell that is read otherwise, as a sentence; undefined when there is none. Texts of blanks alone may be no cell. */
export function difference(
  ours: WorkbookOutcome,
  theirs: readonly OracleCell[][],
  by: 'calamine' | 'openpyxl',
): string | undefined {
  if ('code' in ours) return `A workbook by the book is refused: ${ours.code}`;
  const rows = new Map(ours.rows.map(({ line, cells }) => [line, cells]));
  for (const [at, cells] of theirs.entries()) {
    for (const [column, cell] of cells.entries()) {
      const text = rows.get(at + 1)?.[column] ?? '';
      if (by === 'openpyxl' && escaped.test(String(cell[1]))) continue;
      if (!isSame(text, cell))
        return `Row ${at + 1}, column ${column + 1}: ours ${JSON.stringify(text)}, theirs ${JSON.stringify(cell)}`;
    }
  }
  return undefined;
}

function isSame(text: string, [kind, value]: OracleCell): boolean {
  switch (kind) {
    case 'number':
      return Number(text) === value && !/e/i.test(text);
    case 'boolean':
      return text === (value === true ? 'TRUE' : 'FALSE');
    case 'date':
      return text === value;
    default:
      return text === value || (text === '' && String(value).trim() === '') || (value === '' && cellError.test(text));
  }
}
