import { EMPTY } from '@roundtrip/contracts';
import { BOM, type Delimiter, encodeRecord } from '@roundtrip/csv';
import { guardFormula } from '@roundtrip/fields';
import type { CriterionValueRow } from './criterion-values.rules.js';

export const criterionValuesHeader = [
  'KIND',
  'CODE',
  'NAME',
  'ACTIVE',
  'VALUE_CODE',
  'VALUE_NAME',
  'VALUE_ACTIVE',
  'EXAMPLE',
];

const yesOrNo = (value: boolean | null): string => (value === null ? '' : value ? 'TRUE' : 'FALSE');

/** Texts are guarded against being taken for formulas; numbers and words of ours need no guard. */
export const cellsOf = (row: CriterionValueRow): string[] => [
  row.kind,
  guardFormula(row.code),
  guardFormula(row.name),
  yesOrNo(row.active),
  // The word that removes a value is no text here: guarded, it would be another value.
  row.valueCode === EMPTY ? EMPTY : guardFormula(row.valueCode ?? ''),
  guardFormula(row.valueName ?? ''),
  yesOrNo(row.valueActive),
  row.example,
];

export const criterionValuesCsv = (rows: readonly CriterionValueRow[], delimiter: Delimiter): string =>
  BOM + [criterionValuesHeader, ...rows.map(cellsOf)].map((cells) => encodeRecord(cells, delimiter)).join('');
