import { contactFields, identifierText, parseColumn } from '@roundtrip/fields';

/** A column of the file by what its header cell means. */
export interface FileColumn {
  /** Index in the file's records. */
  index: number;
  /** The header cell without blanks around it and without invisible characters. */
  text: string;
  role: 'old' | 'new' | 'plain' | 'ignored';
  /** Code of the field, or the name of a plain column as templates write it. */
  key: string;
}

/** What our own result files add; in a file that comes back it says nothing. */
const ignored = new Set(['[ERRORS]', '[RESULT]']);

/** People write the name of a column as they speak of it: “Contact number”, “e-mail”. */
const lettersOf = (name: string): string => name.toUpperCase().replaceAll(/[\s_-]+/g, '');
const plainNames = new Map(contactFields.map(({ column }) => [lettersOf(column), column]));

/** What a plain column is called in a template; in capitals where no template has one. */
export const plainName = (text: string): string => plainNames.get(lettersOf(text)) ?? text.toUpperCase();

function columnOf(cell: string, index: number): FileColumn {
  const text = identifierText(cell);
  const parsed = parseColumn(cell);
  if ('part' in parsed) return { index, text, role: parsed.part, key: parsed.code };
  const key = plainName(parsed.column);
  return { index, text, role: text === '' || ignored.has(key) ? 'ignored' : 'plain', key };
}

/** The columns of a header; those without a name at its end are none (spreadsheets leave them behind). */
export function columnsOf(header: readonly string[]): FileColumn[] {
  const columns = header.map(columnOf);
  return columns.slice(0, columns.findLastIndex(({ text }) => text !== '') + 1);
}
