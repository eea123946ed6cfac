import type { FieldKind, OldValue } from '@roundtrip/contracts';
import type { CellField } from '../field-definition.js';
import { booleanReader } from './boolean.reader.js';
import { type CellReading, trimmedCell } from './cell-reading.js';
import { dateReader } from './date.reader.js';
import { listReader } from './list.reader.js';
import { multiListReader } from './multi-list.reader.js';
import { numberReader } from './number.reader.js';
import { textReader } from './text.reader.js';

const NONE: OldValue = Object.freeze({ value: null });
const UNSAID: OldValue = Object.freeze({ unreadable: '' });
/** Longest part of an unreadable cell that travels in a plan. */
const MAX_UNREADABLE = 200;

const readers: Record<FieldKind, (field: CellField) => (cell: string) => CellReading> = {
  LIST: (field) => trimmedCell(listReader(field, 'accepted'), field.values),
  MULTI_LIST: (field) => trimmedCell(multiListReader(field, 'accepted'), field.values),
  BOOLEAN: (field) => trimmedCell(booleanReader(field.code)),
  AUTHORISATION: (field) => trimmedCell(booleanReader(field.code)),
  NUMBER: (field) => trimmedCell(numberReader(field.code)),
  DATE: (field) => trimmedCell(dateReader(field.code)),
  TEXT: (field) => textReader(field.code, Number.POSITIVE_INFINITY),
};

/**
 * The reader of an `[old]` column: what the template held, also after a spreadsheet in another language has rewritten it.
 * Blank is no value of a criterion. Of an authorisation it says nothing: a template writes `Empty` there, so that somebody has cleared the
 * cell or never had it, and knows of no refusal.
 */
export function oldCellReader(field: CellField): (cell: string) => OldValue {
  const read = readers[field.kind](field);
  const blank = field.kind === 'AUTHORISATION' ? UNSAID : NONE;
  return (cell) => {
    const reading = read(cell);
    if ('value' in reading) return reading;
    return 'blank' in reading ? blank : { unreadable: cell.slice(0, MAX_UNREADABLE) };
  };
}
