import type { Row, WorkbookContent } from '@roundtrip/xlsx';
import { styles } from './styles.js';

/** One sheet of texts to look at and to copy from. */
export function tableWorkbook(
  table: { name: string; header: readonly string[]; widths: readonly number[]; rows: Iterable<readonly Row[]> },
  madeAt: Date,
): WorkbookContent {
  function* rows(): Generator<readonly Row[]> {
    yield [table.header.map((text) => ({ text, style: styles.openHeader }))];
    yield* table.rows;
  }
  return {
    title: table.name,
    madeAt,
    sheets: [
      {
        name: table.name,
        columns: table.widths.map((width) => ({ width, style: styles.text })),
        rows: rows(),
        hasHeader: true,
      },
    ],
  };
}
