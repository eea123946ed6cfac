import type { Readable } from 'node:stream';
import { createWorkbook } from '@roundtrip/files';
import { tableWorkbook, toRow } from '@roundtrip/workbook';
import { writeWorkbook } from '@roundtrip/xlsx';
import { cellsOf, criterionValuesHeader } from './criterion-values.csv.js';
import type { CriterionValueRow } from './criterion-values.rules.js';

const widths = [16, 20, 30, 10, 22, 30, 14, 30];

/** The rows of the .csv as texts, without its guards: an example may be pasted into a workbook as it stands there. */
export function criterionValuesWorkbook(rows: readonly CriterionValueRow[], madeAt: Date): Readable {
  const table = {
    name: 'Access criterion values',
    header: criterionValuesHeader,
    widths,
    rows: [rows.map((row) => toRow(cellsOf(row)))],
  };
  return createWorkbook(writeWorkbook(tableWorkbook(table, madeAt)), madeAt);
}
