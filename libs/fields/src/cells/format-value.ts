import { EMPTY, type FieldValue } from '@roundtrip/contracts';
import type { CellField } from '../field-definition.js';
import { guardFormula } from './cell-text.js';
import { formatNumber } from './number.reader.js';

/** Without its values a MULTI_LIST keeps the order that it is stored in. */
type FormattedField = Pick<CellField, 'kind'> & Partial<Pick<CellField, 'values'>>;
type Format = (value: FieldValue | undefined) => string;

/** Writes the `[old]` cells of a column (libs/fields/README.md#what-an-old-cell-holds), formula guard included. Build it once for the column. */
export function valueFormatter(field: FormattedField): Format {
  const none = field.kind === 'AUTHORISATION' ? EMPTY : '';
  const rank = new Map((field.values ?? []).map((value, index) => [value.code, index]));
  const rankOf = (code: string): number => rank.get(code) ?? rank.size;
  return (value) => {
    if (value === null || value === undefined) return none;
    if (Array.isArray(value)) return guardFormula(value.toSorted((a, b) => rankOf(a) - rankOf(b)).join('|'));
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    if (typeof value === 'number') return formatNumber(value);
    return guardFormula(value);
  };
}

const formatters = new WeakMap<FormattedField, Format>();

/** One cell as a template would hold it. For whole columns build a `valueFormatter`. */
export function formatValue(field: FormattedField, value: FieldValue | undefined): string {
  let format = formatters.get(field);
  if (!format) formatters.set(field, (format = valueFormatter(field)));
  return format(value);
}
