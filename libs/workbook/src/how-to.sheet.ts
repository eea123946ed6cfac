import { templateSheets } from '@roundtrip/contracts';
import type { Row, SheetContent } from '@roundtrip/xlsx';
import { styles } from './styles.js';
import type { HelpPage } from './words/words.js';

/** One page of help: a title, then headings with their sentences. */
export function howToSheet({ title, sections }: HelpPage): SheetContent {
  const rows: Row[] = [[{ text: title, style: styles.title }], ['']];
  for (const { heading, sentences } of sections) {
    rows.push([{ text: heading, style: styles.heading }], ...sentences.map((sentence) => [sentence]), ['']);
  }
  return {
    name: templateSheets.howTo,
    columns: [{ width: 100, style: styles.paragraph }],
    rows: [rows],
    protected: true,
  };
}
