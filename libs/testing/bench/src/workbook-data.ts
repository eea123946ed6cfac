import { cellsOf, readHeaderCells } from './read-data.js';

/** Rows that come again and again, each time under another number: nobody's time is lost with making them. */
export interface WorkbookData {
  header: readonly string[];
  /** Without their first cell, the number of the contact. */
  pool: readonly (readonly string[])[];
}

const poolSize = 5_000;
export const workbookColumns = 12;

/** The first twelve columns of the file of the bench `read`. */
export const workbookData = (seed: number, share: number): WorkbookData => ({
  header: readHeaderCells.slice(0, workbookColumns),
  pool: Array.from({ length: poolSize }, (_, row) => cellsOf(seed, row, share).slice(1, workbookColumns)),
});

/** @param row from 0 */
export const rowOf = ({ pool }: WorkbookData, row: number): string[] => [
  String(row).padStart(8, '0'),
  ...pool[row % pool.length]!,
];
