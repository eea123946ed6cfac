import type { ContactFieldDefinition } from '../fields/contact-fields.js';
import { type CellReading, type FilledReading, isEmptyWord, REMOVE, trimmedCell } from './cell-reading.js';
import { unguardFormula, unifyLineBreaks } from './cell-text.js';
import { dateReader } from './date.reader.js';
import { listReader } from './list.reader.js';
import { isLongerThan, tooLong } from './text.reader.js';

/** The reader of a column of the ordinary contact import. Blanks around a name or a number are nobody's intention: trimmed. */
export function newContactCellReader(field: ContactFieldDefinition): (cell: string) => CellReading {
  const read = trimmedCell(filledReader(field));
  return field.required ? neverRemoved(field, read) : read;
}

const twoLetters = 'Write the country as two letters, as in FR, DE or CH (ISO 3166).';

function filledReader(field: ContactFieldDefinition): (text: string) => FilledReading {
  const asField = { code: field.column, name: '', values: [...field.values] };
  if (field.kind === 'LIST') return listReader(asField, 'refused', field.path === 'country' ? twoLetters : undefined);
  if (field.kind === 'DATE') return dateReader(field.column);
  return (text) => {
    const value = unifyLineBreaks(unguardFormula(text)).trim();
    return isLongerThan(value, field.maxLength) ? { error: tooLong(field.column, value, field.maxLength) } : { value };
  };
}

function neverRemoved(field: ContactFieldDefinition, read: (cell: string) => CellReading) {
  // A contact number is any text, the word Empty included.
  if (field.kind === 'TEXT') {
    return (cell: string): CellReading => {
      const text = cell.trim();
      return isEmptyWord(text) ? { value: text } : read(cell);
    };
  }
  return (cell: string): CellReading => {
    const reading = read(cell);
    if (reading !== REMOVE) return reading;
    return {
      error: {
        code: 'CODE_UNKNOWN',
        message: `${field.column} cannot be removed: every contact has one.`,
        hint: `Write ${field.values.map((value) => value.code).join(' or ')}, or leave the cell blank to change nothing.`,
      },
    };
  };
}
