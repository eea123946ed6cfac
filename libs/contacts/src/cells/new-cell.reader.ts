import type { FieldKind } from '@roundtrip/contracts';
import type { CellField } from '../fields/field-definition.js';
import { booleanReader } from './boolean.reader.js';
import { type CellReading, trimmedCell } from './cell-reading.js';
import { label } from './code-problems.js';
import { dateReader } from './date.reader.js';
import { listReader } from './list.reader.js';
import { multiListReader } from './multi-list.reader.js';
import { numberReader } from './number.reader.js';
import { textReader } from './text.reader.js';

const readers: Record<FieldKind, (field: CellField) => (cell: string) => CellReading> = {
  LIST: (field) => trimmedCell(listReader(field, 'refused')),
  MULTI_LIST: (field) => trimmedCell(multiListReader(field, 'refused')),
  BOOLEAN: (field) => trimmedCell(booleanReader(label(field))),
  AUTHORISATION: (field) => trimmedCell(booleanReader(label(field))),
  NUMBER: (field) => trimmedCell(numberReader(label(field))),
  DATE: (field) => trimmedCell(dateReader(label(field))),
  TEXT: (field) => textReader(label(field)),
};

/** The reader of a `[new]` column (product.md §3). Build it once for the column, call it for each cell. */
export const newCellReader = (field: CellField): ((cell: string) => CellReading) => readers[field.kind](field);
