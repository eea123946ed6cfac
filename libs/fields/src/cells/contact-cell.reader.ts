import { sentence } from '@roundtrip/words/sentence';
import type { ContactFieldDefinition } from '../contact-fields.js';
import { composed, identifierText, seenText } from '../letters.js';
import { BLANK, type CellProblem, type CellReading, isEmptyWord, REMOVE, trimmedCell } from './cell-reading.js';
import { formulaText, unguardFormula, unifyLineBreaks } from './cell-text.js';
import { emailProblem } from './contact-email.js';
import { dateReader } from './date.reader.js';
import { listReader } from './list.reader.js';
import { ruinedPhoneOrPostcode, ruinedText } from './spreadsheet-damage.js';
import { isLongerThan, tooLong } from './text.reader.js';

/** The reader of a column of the ordinary contact import. Blanks around a name or a number are nobody's intention: trimmed. */
export function newContactCellReader(field: ContactFieldDefinition): (cell: string) => CellReading {
  if (field.kind === 'TEXT') return contactTextReader(field);
  if (field.kind === 'DATE') return trimmedCell(dateReader(field.column));
  const asField = { code: field.column, name: '', values: [...field.values] };
  const known = listReader(asField, 'refused', field.path === 'country' ? twoLetters : undefined);
  const read = trimmedCell(known, asField.values);
  return field.required ? neverRemoved(field, read) : read;
}

const twoLetters = sentence('country-letters');

function neverRemoved(field: ContactFieldDefinition, read: (cell: string) => CellReading) {
  const [first = '', second = ''] = field.values.map(({ code }) => code);
  return (cell: string): CellReading => {
    const reading = read(cell);
    if (reading !== REMOVE) return reading;
    return {
      error: {
        code: 'CODE_UNKNOWN',
        message: [sentence('never-removed', { column: field.column })],
        hint: [sentence('never-removed-how', { first, second })],
      },
    };
  };
}

/** Columns that identify, beside the names: nothing in them is there that is not seen. */
const identifiers: ReadonlySet<string> = new Set(['contactNumber', 'email', 'phone', 'mobile', 'postcode', 'language']);

const noProblem = (): undefined => undefined;

/** The number of a contact that is there is whatever it is: whether a new one may have it is decided with the contact. */
const problemOf: Partial<Record<string, (text: string, column: string) => CellProblem | undefined>> = {
  contactNumber: noProblem,
  email: (text, column) => ruinedText(text, column) ?? emailProblem(text, column),
  phone: ruinedPhoneOrPostcode,
  mobile: ruinedPhoneOrPostcode,
  postcode: ruinedPhoneOrPostcode,
};

function contactTextReader({ column, path, maxLength, required }: ContactFieldDefinition) {
  const problem = problemOf[path] ?? ruinedText;
  const isIdentifier = identifiers.has(path);
  return (cell: string): CellReading => {
    if (cell === '') return BLANK;
    const shown = formulaText(cell) ?? cell;
    const text = isIdentifier ? seenText(shown) : shown.trim();
    // A contact number is any text, the word Empty included.
    if (isEmptyWord(text)) return required ? { value: text } : REMOVE;
    // The guard stands before the letters that it was put before: an accent can make another character of a “=”.
    const unguarded = unguardFormula(text);
    const value = unifyLineBreaks(isIdentifier ? identifierText(unguarded) : composed(unguarded).trim());
    if (identifierText(value) === '') return BLANK;
    if (isLongerThan(value, maxLength)) return { error: tooLong(column, value, maxLength) };
    const error = problem(value, column);
    return error ? { error } : { value };
  };
}
