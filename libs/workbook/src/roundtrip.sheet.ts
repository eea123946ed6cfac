import { type RoundtripSheet, templateSheets } from '@roundtrip/contracts';
import type { SheetContent } from '@roundtrip/xlsx';
import { styles } from './styles.js';

/** What the workbook is, for whoever reads it again. Asked when it is written, so that it can tell what was written before. */
export function roundtripSheet(about: () => RoundtripSheet): SheetContent {
  function* rows(): Generator<string[][]> {
    yield Object.entries(about()).filter(([, value]) => value !== undefined);
  }
  const column = { width: 30, style: styles.text };
  return { name: templateSheets.roundtrip, veryHidden: true, columns: [column, column], rows: rows() };
}
