import type { FieldKind } from '@roundtrip/contracts';
import type { CellField } from '../field-definition.js';
import { booleanReader } from './boolean.reader.js';
import { label } from './code-problems.js';
import { dateReader } from './date.reader.js';
import { listReader } from './list.reader.js';
import { multiListReader } from './multi-list.reader.js';
import { numberReader } from './number.reader.js';
import { identifierText } from '../letters.js';
import { BLANK, type CellReading, trimmedCell } from './cell-reading.js';
import { ruinedText } from './spreadsheet-damage.js';
import { textReader } from './text.reader.js';

const readers: Record<FieldKind, (field: CellField) => (cell: string) => CellReading> = {
  LIST: (field) => trimmedCell(listReader(field, 'refused'), field.values),
  MULTI_LIST: (field) => trimmedCell(multiListReader(field, 'refused'), field.values),
  BOOLEAN: (field) => trimmedCell(booleanReader(label(field))),
  AUTHORISATION: (field) => trimmedCell(booleanReader(label(field))),
  NUMBER: (field) => trimmedCell(numberReader(label(field))),
  DATE: (field) => trimmedCell(dateReader(label(field))),
  TEXT: newTextReader,
};

/** A text that nobody has written changes nothing: one in which nothing is seen, or what a spreadsheet left of a formula. */
function newTextReader(field: CellField): (cell: string) => CellReading {
  const read = textReader(label(field));
  return (cell) => {
    const reading = read(cell);
    if (!('value' in reading) || typeof reading.value !== 'string') return reading;
    const error = ruinedText(reading.value, label(field));
    if (error) return { error };
    return identifierText(reading.value) === '' ? BLANK : reading;
  };
}

/** The reader of a `[new]` column (libs/fields/README.md#what-a-new-cell-may-hold). Build it once for the column, call it for each cell. */
export const newCellReader = (field: CellField): ((cell: string) => CellReading) => readers[field.kind](field);
