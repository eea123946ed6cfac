import { workbookCell } from '@roundtrip/fields';
import { type Cell, CELL_TEXT_MAX, fittingText, type Row } from '@roundtrip/xlsx';
import { styles } from './styles.js';

/** A cell to be looked at: one that may be typed into, or one that is kept. */
export type CellMark = 'wrong' | 'wrongKept';

/**
 * A row of a workbook of ours that means what the cells of the CSV mean.
 *
 * @param marks by column
 */
export function toRow(cells: readonly string[], marks?: ReadonlyMap<number, CellMark>): Row {
  const row: Cell[] = [];
  for (let column = 0; column < cells.length; column++) {
    const text = textOf(cells[column]!);
    const mark = marks?.get(column);
    row.push(mark === undefined ? text : { text, style: styles[mark] });
  }
  return row;
}

const textOf = (cell: string): string => {
  const text = workbookCell(cell);
  return text.length > CELL_TEXT_MAX ? fittingText(text) : text;
};
