import type { CriterionValueRow } from '@roundtrip/gateway/api';

/** The rows of one field. */
export interface FieldRows extends Pick<CriterionValueRow, 'type' | 'kind' | 'code' | 'name' | 'active'> {
  rows: CriterionValueRow[];
}

/** The fields that the text occurs in, with the values that it occurs in; all of a field's values when the field itself is meant. */
export function fieldsWith(rows: readonly CriterionValueRow[], filter: string): FieldRows[] {
  const wanted = filter.trim().toLowerCase();
  const has = (text: string | null): boolean => text?.toLowerCase().includes(wanted) ?? false;
  const fields = Map.groupBy(rows, ({ type, code }) => `${type} ${code}`);
  return [...fields.values()].flatMap((ofField) => {
    const { type, kind, code, name, active } = ofField[0] as CriterionValueRow;
    const meant = has(code) || has(name);
    const shown = ofField.filter((row) => meant || has(row.valueCode) || has(row.valueName));
    return shown.length === 0 ? [] : [{ type, kind, code, name, active, rows: shown }];
  });
}

/** What may be pasted beside the codes themselves: several codes in one cell, a number, a date. */
export function examplesOf({ rows }: FieldRows): string[] {
  const codes = new Set(rows.map(({ valueCode }) => valueCode));
  return [...new Set(rows.map(({ example }) => example))].filter((example) => example !== '' && !codes.has(example));
}
