import type { FieldDefinition } from '../field-definition.js';
import { identifierText } from '../letters.js';

export type Column = { part: 'old' | 'new'; code: string } | { column: string };

/** Reads a header cell: `[old] CODE - Name` and `[new] CODE - Name` (the name is for people and ignored), or a plain column. */
export function parseColumn(header: string): Column {
  const text = identifierText(header);
  const match = /^\[(old|new)\]\s*(\S.*)$/is.exec(text);
  if (!match) return { column: text };
  const [code = ''] = (match[2] ?? '').split(/\s+-(?:\s|$)/, 1);
  return { part: match[1]?.toLowerCase() === 'old' ? 'old' : 'new', code: code.trim() };
}

export const columnName = (part: 'old' | 'new', field: Pick<FieldDefinition, 'code' | 'name'>): string =>
  `[${part}] ${field.code} - ${field.name}`;
